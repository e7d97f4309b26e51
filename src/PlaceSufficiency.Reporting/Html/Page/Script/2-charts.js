/* Draws the figures of the page with Apache ECharts. Series differ in colour, and in line, symbol or pattern too. */
const charts = (() => {
  'use strict';

  const ink = '#1b1b1b';
  const grid = '#d9d9d9';
  const colours = ['#332288', '#b3471f', '#117733', '#882255', '#0077a8', '#6b5d00', '#aa4499', '#44546a', '#008573', '#7a3e9d'];
  const fills = ['#332288', '#ddcc77', '#88ccee', '#cc6677', '#117733', '#aa4499', '#44aa99', '#999933', '#882255', '#bbbbbb', '#444444'];
  const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond', 'pin'];
  const dashes = ['solid', 'dashed', 'dotted', [8, 3, 2, 3], [2, 2], [12, 4]];
  const font = 'Arial, Helvetica, sans-serif';

  const common = (width, unit) => ({
    animation: false,
    color: colours,
    textStyle: { fontFamily: font, color: ink, fontSize: width < 500 ? 11 : 13 },
    tooltip: {
      trigger: 'axis',
      renderMode: 'richText',
      confine: true,
      borderColor: ink,
      textStyle: { color: ink, fontFamily: font, fontSize: 13 },
      formatter: points => [points[0].axisValueLabel ?? points[0].name, ...points.filter(point => point.value != null).map(point => `${point.seriesName}: ${reading.onAxis(point.value, unit)}`)].join('\n'),
    },
    aria: { enabled: true, label: { enabled: false }, decal: { show: false } },
  });

  const years = (columns, width) => ({
    type: 'category',
    data: columns,
    axisLine: { lineStyle: { color: ink } },
    axisTick: { alignWithLabel: true, lineStyle: { color: ink } },
    axisLabel: { color: ink, margin: 12, rotate: width / columns.length < 55 ? 45 : 0, hideOverlap: false, interval: 0 },
  });

  const values = unit => ({
    type: 'value',
    axisLabel: { color: ink, hideOverlap: true, formatter: value => reading.onAxis(value, unit) },
    splitLine: { lineStyle: { color: grid } },
  });

  /** How many rows the names of the series take, about. */
  const legendRows = (names, width) => {
    let rows = 1;
    let used = 0;
    for (const name of names) {
      const needed = 44 + name.length * 7.2;
      if (used > 0 && used + needed > width) {
        rows += 1;
        used = 0;
      }
      used += needed;
    }
    return rows;
  };

  const legend = (names, width) => ({
    show: true,
    left: 0,
    top: 0,
    width,
    itemGap: 14,
    itemWidth: 26,
    selectedMode: false,
    data: names,
    textStyle: { color: ink, fontFamily: font },
  });

  const nameOf = line => line.words[line.words.length - 1];

  const lines = (data, unit, width) => {
    const names = data.lines.map(nameOf);
    return {
      ...common(width, unit),
      legend: legend(names, width),
      grid: { left: 8, right: 20, top: 16 + 26 * legendRows(names, width), bottom: 4, containLabel: true },
      xAxis: { ...years(data.columns, width), boundaryGap: false },
      yAxis: values(unit),
      series: data.lines.map((line, i) => ({
        type: 'line',
        name: nameOf(line),
        data: line.figures,
        symbol: symbols[i % symbols.length],
        symbolSize: 8,
        showAllSymbol: true,
        itemStyle: { color: colours[i % colours.length] },
        lineStyle: { width: 2.5, type: dashes[i % dashes.length], color: colours[i % colours.length] },
        emphasis: { focus: 'series' },
      })),
    };
  };

  /** What lies between two percentiles, in words. */
  const shareWords = share => share === 50 ? 'half of the futures' : share % 10 === 0 ? `${share / 10} in 10 futures` : `${share} in 100 futures`;

  const bandColours = ['#d3d0e8', '#9d96cb', '#6a60ab'];
  const ownLines = { median: ['dashed', 'none', colours[0]], known: ['solid', 'circle', ink], 'what happened': ['dotted', 'diamond', colours[1]] };

  /** Bands between the lines that are percentiles, the widest first, each drawn from its lower edge up; the other lines over them. */
  const fan = (data, unit, width) => {
    const edges = data.lines.map(line => ({ at: Number.parseFloat(nameOf(line)), line })).filter(edge => nameOf(edge.line).endsWith('percentile')).sort((a, b) => a.at - b.at);
    const bands = edges.slice(0, edges.length / 2).map((low, i) => ({ low: low.line.figures, high: edges[edges.length - 1 - i].line.figures, name: shareWords(edges[edges.length - 1 - i].at - low.at) }));
    const others = data.lines.filter(line => !nameOf(line).endsWith('percentile') && line.figures.some(figure => figure !== null));
    const bare = { type: 'line', symbol: 'none', lineStyle: { opacity: 0 }, emphasis: { disabled: true } };
    const names = [...bands.map(band => ({ name: band.name, icon: 'rect' })), ...others.map(line => ({ name: nameOf(line) }))];
    const words = index => [data.columns[index], ...data.lines.filter(line => line.figures[index] !== null).map(line => `${nameOf(line)}: ${line.shown[index]}`)].join('\n');
    return {
      ...common(width, unit),
      tooltip: { ...common(width, unit).tooltip, formatter: points => words(points[0].dataIndex) },
      legend: { ...legend(names.map(one => one.name), width), data: names },
      grid: { left: 8, right: 20, top: 16 + 26 * legendRows(names.map(one => one.name), width), bottom: 4, containLabel: true },
      xAxis: { ...years(data.columns, width), boundaryGap: false },
      yAxis: { ...values(unit), scale: true },
      series: [
        ...bands.flatMap((band, i) => [
          { ...bare, name: `below ${band.name}`, stack: band.name, data: band.low },
          {
            ...bare, name: band.name, stack: band.name, data: band.high.map((value, t) => value === null ? null : value - band.low[t]),
            itemStyle: { color: bandColours[i] }, areaStyle: { color: bandColours[i], opacity: 1 },
          },
        ]),
        ...others.map(line => {
          const [type, symbol, color] = ownLines[nameOf(line)] ?? ['solid', 'rect', colours[1]];
          return { type: 'line', name: nameOf(line), data: line.figures, symbol, symbolSize: 8, showAllSymbol: true, itemStyle: { color }, lineStyle: { type, width: 2.5, color } };
        }),
      ],
    };
  };

  const stack = (data, unit, width) => {
    const names = data.lines.map(nameOf);
    return {
      ...common(width, unit),
      color: fills,
      aria: { enabled: true, label: { enabled: false }, decal: { show: true } },
      legend: legend(names, width),
      grid: { left: 8, right: 12, top: 16 + 26 * legendRows(names, width), bottom: 4, containLabel: true },
      xAxis: years(data.columns, width),
      yAxis: values(unit),
      series: data.lines.map(line => ({
        type: 'bar',
        stack: 'all',
        name: nameOf(line),
        data: line.figures,
        barMaxWidth: 64,
        itemStyle: { borderColor: '#fff', borderWidth: 0.75 },
        emphasis: { focus: 'series' },
      })),
    };
  };

  const bars = (data, unit, width) => {
    const shown = [...data.lines].reverse();
    return {
      ...common(width, unit),
      color: fills,
      aria: { enabled: true, label: { enabled: false }, decal: { show: data.columns.length > 1 } },
      legend: legend(data.columns, width),
      grid: { left: 8, right: 64, top: 16 + 26 * legendRows(data.columns, width), bottom: 4, containLabel: true },
      xAxis: { ...values(unit), splitNumber: width < 500 ? 3 : 5 },
      yAxis: { type: 'category', data: shown.map(nameOf), axisLine: { lineStyle: { color: ink } }, axisTick: { show: false }, axisLabel: { color: ink, width: width * 0.35, overflow: 'break' } },
      series: data.columns.map((column, i) => ({
        type: 'bar',
        name: column,
        data: shown.map(line => line.figures[i]),
        barMaxWidth: 28,
        label: { show: true, position: 'right', color: ink, formatter: point => point.value == null ? '' : reading.onAxis(point.value, unit) },
      })),
    };
  };

  /** Lines that begin with the same word of several, in their order; lines of one word are one group. */
  const groupsOf = all => {
    const groups = new Map();
    for (const line of all) {
      const key = line.words.length > 1 ? line.words[0] : '';
      groups.set(key, [...(groups.get(key) ?? []), line]);
    }
    return [...groups.values()];
  };

  /** A point's name stands on the side where there is more room. */
  const points = (data, unit, width) => {
    const known = data.lines.filter(line => line.figures[0] !== null && line.figures[1] !== null);
    const middle = (Math.min(...known.map(line => line.figures[0])) + Math.max(...known.map(line => line.figures[0]))) / 2;
    const groups = groupsOf(known);
    const names = [...new Set(known.filter(line => line.words.length > 1).map(line => line.words[0]))];
    return {
      ...common(width, unit),
      tooltip: { ...common(width, unit).tooltip, trigger: 'item', formatter: point => `${point.name}\n${data.columns[0]}: ${point.data.shown[0]}\n${data.columns[1]}: ${point.data.shown[1]}` },
      legend: names.length > 0 ? legend(names, width) : { show: false },
      grid: { left: 8, right: 24, top: 40 + (names.length > 0 ? 26 * legendRows(names, width) : 0), bottom: 34, containLabel: true },
      xAxis: { ...values(''), scale: true, name: data.columns[0], nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: ink, fontWeight: 'bold' } },
      yAxis: { ...values(''), scale: true, name: data.columns[1], nameTextStyle: { color: ink, fontWeight: 'bold', align: 'left' } },
      series: groups.map((group, i) => ({
        type: group[0].words.length > 1 ? 'line' : 'scatter',
        name: group[0].words[0],
        symbol: symbols[i % symbols.length],
        symbolSize: 12,
        showAllSymbol: true,
        itemStyle: { color: colours[i % colours.length], opacity: 1 },
        lineStyle: { color: colours[i % colours.length], type: dashes[i % dashes.length], width: 2 },
        label: { show: known.length <= 30, color: ink, formatter: '{b}' },
        labelLayout: { hideOverlap: true },
        data: group.map(line => ({ name: nameOf(line), value: line.figures.slice(0, 2), shown: line.shown, label: { position: line.figures[0] > middle ? 'left' : 'right' } })),
      })),
    };
  };

  const forms = { lines, fan, 'stacked-bars': stack, bars, points };

  /** Options of the chart of a figure, for the choices that were made. */
  const optionsOf = (figure, width) => {
    const data = reading.table(figure.querySelector('table'));
    const chosen = [...figure.querySelectorAll('select')].map(select => select.value);
    return forms[figure.dataset.form]({ ...data, lines: data.lines.filter(line => chosen.every((choice, i) => line.words[i] === choice)) }, figure.dataset.unit, width);
  };

  const drawn = new Map();

  /** Names of series take rows of their own, so that a narrow chart keeps its height. */
  const heightOf = (figure, width, options) => {
    const rows = figure.querySelector('tbody').rows.length;
    const names = options.legend.show ? legendRows(options.legend.data.map(one => one.name ?? one), width) : 0;
    return figure.dataset.form === 'bars' ? 90 + rows * 34 * Math.max(1, figure.querySelectorAll('thead th.number').length * 0.75) : (width < 500 ? 290 : 330) + 26 * names;
  };

  /** Draws a figure, or draws it again after a choice or a change of width. */
  const draw = (figure, width = figure.querySelector('.canvas').clientWidth) => {
    if (width === 0) {
      return;
    }
    const canvas = figure.querySelector('.canvas');
    const options = optionsOf(figure, width);
    const height = heightOf(figure, width, options);
    canvas.style.height = `${height}px`;
    canvas.style.minHeight = '0';
    if (!drawn.has(figure)) {
      drawn.set(figure, echarts.init(canvas, null, { renderer: 'svg', width, height }));
    }
    const chart = drawn.get(figure);
    chart.resize({ width, height, silent: true });
    chart.setOption(options, { notMerge: true });
    chart.getZr().flush();
    if (drawn.size === 1 && !figure.dataset.drawn) {
      requestAnimationFrame(() => performance.mark('first-chart'));
    }
    figure.dataset.drawn = 'yes';
  };

  /** Puts a choice before a chart for each leading column of words that its reader chooses from. */
  const addChoices = figure => {
    const count = Number(figure.dataset.choices);
    const table = figure.querySelector('table');
    const data = reading.table(table);
    const room = figure.querySelector('.choices');
    for (let i = 0; i < count; i++) {
      const label = document.createElement('label');
      const select = document.createElement('select');
      for (const word of new Set(data.lines.map(line => line.words[i]))) {
        select.add(new Option(word, word));
      }
      label.append(`${table.tHead.rows[0].cells[i].textContent}: `, select);
      select.addEventListener('change', () => draw(figure));
      room.append(label);
    }
  };

  return { draw, addChoices, isDrawn: figure => drawn.has(figure), colours, fills, ink, font };
})();
