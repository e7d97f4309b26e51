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
    animation: !reading.isCalm(),
    animationDuration: 250,
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
    axisLabel: { color: ink, rotate: width / columns.length < 55 ? 45 : 0, hideOverlap: false, interval: 0 },
  });

  const values = unit => ({
    type: 'value',
    axisLabel: { color: ink, formatter: value => reading.onAxis(value, unit) },
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

  /** Two bands, which hold nine in ten and half of the futures, the median and what was planned. A band is drawn from its lower edge up. */
  const fan = (data, unit, width) => {
    const of = name => data.lines.find(line => nameOf(line) === name).figures;
    const other = data.lines.map(nameOf).find(name => name !== 'median' && !name.endsWith('percentile'));
    const names = ['9 in 10 futures', 'half of the futures', 'median', other];
    const bare = { type: 'line', symbol: 'none', lineStyle: { opacity: 0 }, emphasis: { disabled: true } };
    const band = (name, low, high, colour) => [
      { ...bare, name: `below ${name}`, stack: name, data: of(low) },
      { ...bare, name, stack: name, data: of(high).map((value, i) => value - of(low)[i]), itemStyle: { color: colour }, areaStyle: { color: colour, opacity: 1 } },
    ];
    return {
      ...common(width, unit),
      tooltip: { ...common(width, unit).tooltip, formatter: points => [points[0].axisValueLabel, ...data.lines.map(line => `${nameOf(line)}: ${line.shown[points[0].dataIndex]}`)].join('\n') },
      legend: { ...legend(names, width), data: names.map((name, i) => i < 2 ? { name, icon: 'rect' } : { name }) },
      grid: { left: 8, right: 20, top: 16 + 26 * legendRows(names, width), bottom: 4, containLabel: true },
      xAxis: { ...years(data.columns, width), boundaryGap: false },
      yAxis: { ...values(unit), scale: true },
      series: [
        ...band(names[0], '5th percentile', '95th percentile', '#d3d0e8'),
        ...band(names[1], '25th percentile', '75th percentile', '#9d96cb'),
        { type: 'line', name: names[2], data: of('median'), symbol: 'none', itemStyle: { color: colours[0] }, lineStyle: { type: 'dashed', width: 2, color: colours[0] } },
        { type: 'line', name: names[3], data: of(other), symbol: 'rect', symbolSize: 8, itemStyle: { color: colours[1] }, lineStyle: { width: 2.5, color: colours[1] } },
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

  const points = (data, unit, width) => ({
    ...common(width, unit),
    tooltip: { ...common(width, unit).tooltip, trigger: 'item', formatter: point => `${point.name}\n${data.columns[0]}: ${point.data.shown[0]}\n${data.columns[1]}: ${point.data.shown[1]}` },
    legend: data.lines.some(line => line.words.length > 1) ? legend([...new Set(data.lines.map(line => line.words[0]))], width) : { show: false },
    grid: { left: 8, right: width < 500 ? 24 : 150, top: data.lines.some(line => line.words.length > 1) ? 70 : 40, bottom: 34, containLabel: true },
    xAxis: { ...values(''), scale: true, name: data.columns[0], nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: ink, fontWeight: 'bold' } },
    yAxis: { ...values(''), scale: true, name: data.columns[1], nameTextStyle: { color: ink, fontWeight: 'bold', align: 'left' } },
    series: groupsOf(data.lines.filter(line => line.figures[0] !== null && line.figures[1] !== null)).map((group, i) => ({
      type: group[0].words.length > 1 ? 'line' : 'scatter',
      name: group[0].words[0],
      symbol: symbols[i % symbols.length],
      symbolSize: 12,
      showAllSymbol: true,
      itemStyle: { color: colours[i % colours.length], opacity: 1 },
      lineStyle: { color: colours[i % colours.length], type: dashes[i % dashes.length], width: 2 },
      label: { show: data.lines.length <= 30, position: 'right', color: ink, formatter: '{b}' },
      labelLayout: { moveOverlap: 'shiftY' },
      data: group.map(line => ({ name: nameOf(line), value: line.figures.slice(0, 2), shown: line.shown })),
    })),
  });

  /** Bands of a forecast between lines of the table, each from the upper edge of the band below it. */
  const forecast = (data, unit, width) => {
    const line = name => data.lines.find(each => nameOf(each) === name)?.figures ?? data.columns.map(() => null);
    const edges = ['2.5%', '10%', '25%', '75%', '90%', '97.5%'];
    const strengths = [0, 0.18, 0.32, 0.55, 0.32, 0.18];
    const names = ['95% of paths', '80%', '50%', '', '', ''];
    const bands = edges.map((edge, i) => ({
      type: 'line',
      name: i === 0 ? 'below' : names[i - 1] || `above ${edge}`,
      stack: 'fan',
      data: line(edge).map((value, t) => value === null ? null : i === 0 ? value : value - line(edges[i - 1])[t]),
      symbol: 'none',
      lineStyle: { width: 0 },
      areaStyle: { color: i === 0 ? 'transparent' : colours[0], opacity: strengths[i] },
      itemStyle: { color: colours[0], opacity: Math.max(strengths[i], 0.1) },
      silent: true,
    }));
    const drawnLines = [['median', colours[0], 'dashed', 'none'], ['known', ink, 'solid', 'circle'], ['what happened', colours[1], 'dotted', 'diamond']]
      .filter(([name]) => line(name).some(value => value !== null))
      .map(([name, color, type, symbol]) => ({ type: 'line', name, data: line(name), symbol, symbolSize: 9, showAllSymbol: true, itemStyle: { color }, lineStyle: { width: 2.5, type, color } }));
    const shown = [...names.slice(0, 3), ...drawnLines.map(series => series.name)];
    const words = index => [data.columns[index], ...data.lines.filter(each => each.figures[index] !== null).map(each => `${nameOf(each)}: ${each.shown[index]}`)].join('\n');
    return {
      ...common(width, unit),
      tooltip: { ...common(width, unit).tooltip, formatter: points => words(points[0].dataIndex) },
      legend: legend(shown, width),
      grid: { left: 8, right: 20, top: 16 + 26 * legendRows(shown, width), bottom: 4, containLabel: true },
      xAxis: { ...years(data.columns, width), boundaryGap: false },
      yAxis: values(unit),
      series: [...bands, ...drawnLines],
    };
  };

  const forms = { lines, fan, forecast, 'stacked-bars': stack, bars, points };

  /** Options of the chart of a figure, for the choices that were made. */
  const optionsOf = (figure, width) => {
    const data = reading.table(figure.querySelector('table'));
    const chosen = [...figure.querySelectorAll('select')].map(select => select.value);
    return forms[figure.dataset.form]({ ...data, lines: data.lines.filter(line => chosen.every((choice, i) => line.words[i] === choice)) }, figure.dataset.unit, width);
  };

  const drawn = new Map();

  const heightOf = (figure, width) => {
    const rows = figure.querySelector('tbody').rows.length;
    return figure.dataset.form === 'bars' ? 90 + rows * 34 * Math.max(1, figure.querySelectorAll('thead th.number').length * 0.75) : width < 500 ? 320 : 360;
  };

  /** Draws a figure, or draws it again after a choice or a change of width. */
  const draw = (figure, width = figure.querySelector('.canvas').clientWidth) => {
    if (width === 0) {
      return;
    }
    const canvas = figure.querySelector('.canvas');
    const height = heightOf(figure, width);
    canvas.style.height = `${height}px`;
    if (!drawn.has(figure)) {
      drawn.set(figure, echarts.init(canvas, null, { renderer: 'svg', width, height }));
    }
    const chart = drawn.get(figure);
    chart.resize({ width, height, silent: true });
    chart.setOption(optionsOf(figure, width), { notMerge: true });
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
