/* Draws maps: areas as shaded cells, settings as symbols by kind, journeys as lines. All data is in the page. */
const maps = (() => {
  'use strict';

  const shades = ['#ffffff', '#fdf1e3', '#fad9b5', '#f4b678', '#c2500f', '#7d2c05'];
  const onShade = ['#1b1b1b', '#1b1b1b', '#1b1b1b', '#1b1b1b', '#ffffff', '#ffffff'];
  const symbols = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'emptyCircle', 'emptyTriangle', 'emptyRect', 'emptyDiamond'];
  const words = { unplaced: 'pupils with no suitable place', demand: 'pupils with a plan', journey: 'median journey in minutes' };
  const loaded = new Map();

  const dataOf = id => {
    if (!loaded.has(id)) {
      loaded.set(id, JSON.parse(document.getElementById(id).textContent));
    }
    return loaded.get(id);
  };

  /** Upper ends of five classes that hold every figure of every year, so that shades mean the same in each. */
  const classesOf = rows => {
    const top = Math.max(1, ...rows.flat().filter(value => value !== null));
    const ends = [1, 2, 3, 4, 5].map(step => Math.max(step, Math.ceil(top * (step / 5) ** 1.6)));
    return ends.map((end, i) => i === 0 ? end : Math.max(end, ends[i - 1] + (end === ends[i - 1] ? 1 : 0)));
  };

  const classOf = (value, ends) => !value ? 0 : 1 + Math.min(4, ends.findIndex(end => value <= end) < 0 ? 4 : ends.findIndex(end => value <= end));

  const element = (name, text, properties = {}) => {
    const made = Object.assign(document.createElement(name), properties);
    if (text !== undefined) {
      made.textContent = text;
    }
    return made;
  };

  const tableOf = (caption, heads, rows) => {
    const table = element('table');
    table.append(element('caption', caption));
    const head = table.createTHead().insertRow();
    heads.forEach((text, i) => head.append(element('th', text, { scope: 'col', className: typeof rows[0]?.[i] === 'number' ? 'number' : '' })));
    const body = table.createTBody();
    for (const row of rows) {
      const line = body.insertRow();
      row.forEach((text, i) => line.append(i === 0 ? element('th', text, { scope: 'row' }) : element('td', text, { className: typeof text === 'number' ? '' : 'words' })));
    }
    return table;
  };

  const stateOf = figure => ({
    year: Number(figure.querySelector('.map-year').value),
    measure: figure.querySelector('.map-measure').value,
    focus: figure.querySelector('.map-focus').value,
    extent: figure.querySelector('.map-extent').value,
  });

  /** Journeys of the area or setting in focus: the flows of the year that touch it. */
  const flowsOf = (scenario, state) => {
    if (state.focus === '') {
      return [];
    }
    const [kind, index] = state.focus.split('-');
    const flat = scenario.flows[state.year];
    const found = [];
    for (let i = 0; i < flat.length; i += 3) {
      if (flat[i + (kind === 'area' ? 0 : 1)] === Number(index)) {
        found.push({ area: flat[i], setting: flat[i + 1], pupils: flat[i + 2] });
      }
    }
    return found.sort((a, b) => b.pupils - a.pupils);
  };

  const extentOf = (ground, scenario, wanted) => {
    const corners = ground.flatMap(area => area.o).concat(wanted === 'settings' ? scenario.settings.flatMap(setting => setting.at) : []);
    const xs = corners.filter((_, i) => i % 2 === 0);
    const ys = corners.filter((_, i) => i % 2 === 1);
    const pad = wanted === 'settings' ? 150 : 20;
    return { left: Math.min(...xs) - pad, right: Math.max(...xs) + pad, bottom: Math.min(...ys) - pad, top: Math.max(...ys) + pad };
  };

  /** An extent of the same centre with the shape of the room it is drawn in. */
  const fitted = (extent, width, height) => {
    const scale = Math.max((extent.right - extent.left) / width, (extent.top - extent.bottom) / height);
    const x = (extent.left + extent.right) / 2;
    const y = (extent.bottom + extent.top) / 2;
    return { left: x - scale * width / 2, right: x + scale * width / 2, bottom: y - scale * height / 2, top: y + scale * height / 2 };
  };

  const areaSeries = (ground, values, ends, focus) => ({
    type: 'custom',
    name: 'home areas',
    z: 1,
    clip: true,
    data: ground.map((area, i) => ({ name: area.n, value: [area.at[0], area.at[1], values[i] ?? 0], of: `area-${i}`, says: values[i] })),
    renderItem: (parameters, api) => {
      const i = parameters.dataIndex;
      const outline = ground[i].o;
      const points = [];
      for (let k = 0; k < outline.length; k += 2) {
        points.push(api.coord([outline[k], outline[k + 1]]));
      }
      const shade = classOf(values[i], ends);
      const at = api.coord(ground[i].at);
      const room = Math.max(...points.map(point => point[0])) - Math.min(...points.map(point => point[0]));
      const inFocus = focus === `area-${i}`;
      return {
        type: 'group',
        children: [
          { type: 'polygon', shape: { points }, style: { fill: shades[shade], stroke: inFocus ? '#332288' : '#8a8a8a', lineWidth: inFocus ? 3 : 0.6 } },
          ...(values[i] && room > 20 ? [{ type: 'text', silent: true, style: { text: String(values[i]), x: at[0], y: at[1], align: 'center', verticalAlign: 'middle', fontSize: 10, fill: onShade[shade] } }] : []),
        ],
      };
    },
  });

  const settingSeries = (scenario, year, focus) => [...new Set(scenario.settings.map(setting => setting.k))].map((kind, position) => ({
    type: 'scatter',
    name: kind,
    z: 3,
    clip: true,
    symbol: symbols[position % symbols.length],
    itemStyle: { color: charts.colours[position % charts.colours.length], opacity: 0.9, borderColor: '#fff', borderWidth: 1 },
    data: scenario.settings.map((setting, i) => ({ setting, i })).filter(({ setting }) => setting.k === kind && setting.places[year] + setting.pupils[year] > 0).map(({ setting, i }) => ({
      name: setting.n,
      value: setting.at,
      of: `setting-${i}`,
      says: `${setting.k}: ${setting.pupils[year]} pupils, ${setting.places[year]} places`,
      symbolSize: focus === `setting-${i}` ? 26 : Math.min(24, 6 + Math.sqrt(setting.pupils[year]) * 1.3),
      itemStyle: focus === `setting-${i}` ? { borderColor: '#000', borderWidth: 3 } : {},
    })),
  }));

  const flowSeries = (flows, ground, scenario) => ({
    type: 'lines',
    coordinateSystem: 'cartesian2d',
    name: 'journeys',
    z: 2,
    clip: true,
    silent: true,
    data: flows.map(flow => ({ coords: [ground[flow.area].at, scenario.settings[flow.setting].at], lineStyle: { width: Math.min(7, 0.4 + flow.pupils * 0.5) } })),
    lineStyle: { color: '#332288', opacity: 0.55, curveness: 0.15 },
  });

  const drawn = new Map();

  const chartOf = (figure, width, height) => {
    if (!drawn.has(figure)) {
      const chart = echarts.init(figure.querySelector('.canvas'), null, { renderer: 'svg', width, height });
      chart.on('click', event => {
        const focus = figure.querySelector('.map-focus');
        if (event.data?.of !== undefined) {
          focus.value = focus.value === event.data.of ? '' : event.data.of;
          draw(figure);
        }
      });
      drawn.set(figure, chart);
    }
    return drawn.get(figure);
  };

  const option = (figure, ground, scenario, state, flows, ends, box, width) => {
    const axis = { show: false, type: 'value' };
    const small = width < 500;
    return {
      animation: false,
      textStyle: { fontFamily: charts.font, color: charts.ink },
      tooltip: {
        renderMode: 'richText', confine: true, borderColor: charts.ink, textStyle: { color: charts.ink, fontFamily: charts.font, fontSize: 13 },
        formatter: point => `${point.name}\n${point.seriesName === 'home areas' ? `${words[state.measure]}: ${point.data.says ?? 'none placed'}` : point.data.says}`,
      },
      legend: { type: 'plain', top: 0, left: 0, width, selectedMode: false, data: [...new Set(scenario.settings.map(setting => setting.k))], textStyle: { color: charts.ink, fontFamily: charts.font, fontSize: small ? 11 : 13 }, itemWidth: 14 },
      grid: { left: 0, right: 0, top: small ? 130 : 60, bottom: 0 },
      xAxis: { ...axis, min: box.left, max: box.right },
      yAxis: { ...axis, min: box.bottom, max: box.top },
      series: [areaSeries(ground, scenario[state.measure].map(years => years[state.year]), ends, state.focus), flowSeries(flows, ground, scenario), ...settingSeries(scenario, state.year, state.focus)],
    };
  };

  const writeKey = (figure, state, ends) => {
    const key = figure.querySelector('.map-key');
    key.replaceChildren(element('li', `Shades: ${words[state.measure]}`), ...[0, ...ends].map((end, i) => {
      const item = element('li');
      const from = i === 0 ? 0 : (i === 1 ? 0 : ends[i - 2]) + 1;
      item.append(element('span', '', { className: `swatch ${i === 0 ? '' : `short-${i}`}`, ariaHidden: 'true' }), i === 0 ? '0' : from === end ? `${end}` : `${from} to ${end}`);
      return item;
    }));
  };

  const nameOf = (focus, ground, scenario) => {
    const [kind, index] = focus.split('-');
    return kind === 'area' ? ground[index].n : scenario.settings[index].n;
  };

  const writeWords = (figure, ground, scenario, state, flows, year) => {
    const values = scenario[state.measure].map(years => years[state.year]);
    figure.querySelector('.map-caption').textContent = `${words[state.measure][0].toUpperCase()}${words[state.measure].slice(1)} by home area, ${year}`;
    const room = figure.querySelector('.map-flows');
    if (state.focus === '') {
      room.replaceChildren();
    } else {
      const ofArea = state.focus.startsWith('area');
      const rows = flows.map(flow => [ofArea ? scenario.settings[flow.setting].n : ground[flow.area].n, flow.pupils]);
      const scroll = element('div', undefined, { className: 'scroll', tabIndex: 0, role: 'region', ariaLabel: 'Journeys' });
      scroll.append(rows.length === 0
        ? element('p', `Nobody goes ${ofArea ? 'from' : 'to'} ${nameOf(state.focus, ground, scenario)} to a setting in ${year}.`)
        : tableOf(`Who goes ${ofArea ? 'from' : 'to'} ${nameOf(state.focus, ground, scenario)}, ${year}`, [ofArea ? 'Setting' : 'Home area', 'Pupils'], rows));
      room.replaceChildren(scroll);
    }
    figure.querySelector('.map-areas .scroll').replaceChildren(tableOf(
      `Home areas, ${year}`, ['Home area', 'With no suitable place (pupils)', 'With a plan (pupils)', 'Median journey (minutes)'],
      ground.map((area, i) => [area.n, scenario.unplaced[i][state.year], scenario.demand[i][state.year], scenario.journey[i][state.year] ?? 'nobody placed']).sort((a, b) => b[1] - a[1])));
    figure.querySelector('.map-settings .scroll').replaceChildren(tableOf(
      `Settings, ${year}`, ['Setting', 'Kind', 'Pupils', 'Places'],
      scenario.settings.filter(setting => setting.places[state.year] + setting.pupils[state.year] > 0).map(setting => [setting.n, setting.k, setting.pupils[state.year], setting.places[state.year]]).sort((a, b) => b[2] - a[2])));
    return values;
  };

  const draw = (figure, width = figure.querySelector('.canvas').clientWidth) => {
    if (width === 0) {
      return;
    }
    const ground = dataOf(figure.dataset.ground);
    const scenario = dataOf(figure.dataset.scenario);
    if (!drawn.has(figure)) {
      prepare(figure, ground, scenario);
    }
    const state = stateOf(figure);
    const slider = figure.querySelector('.map-year');
    const year = slider.dataset.years.split(' ')[state.year];
    slider.setAttribute('aria-valuetext', year);
    figure.querySelector('output').textContent = year;
    const height = width < 500 ? 480 : 620;
    figure.querySelector('.canvas').style.height = `${height}px`;
    const chart = chartOf(figure, width, height);
    const flows = flowsOf(scenario, state);
    const ends = classesOf(scenario[state.measure]);
    const box = fitted(extentOf(ground, scenario, state.extent), width, height - (width < 500 ? 130 : 60));
    chart.resize({ width, height, silent: true });
    chart.setOption(option(figure, ground, scenario, state, flows, ends, box, width), { notMerge: true });
    chart.getZr().flush();
    writeKey(figure, state, ends);
    writeWords(figure, ground, scenario, state, flows, year);
    figure.dataset.drawn = 'yes';
  };

  /** Fills the list of areas and settings, which does with a keyboard what a click on the map does. */
  const prepare = (figure, ground, scenario) => {
    const focus = figure.querySelector('.map-focus');
    const group = (label, names, key) => {
      const made = element('optgroup', undefined, { label });
      names.map((name, i) => ({ name, i })).sort((a, b) => a.name.localeCompare(b.name, 'en-GB')).forEach(({ name, i }) => made.append(new Option(name, `${key}-${i}`)));
      focus.append(made);
    };
    group('Home areas', ground.map(area => area.n), 'area');
    group('Settings', scenario.settings.map(setting => setting.n), 'setting');
    for (const control of figure.querySelectorAll('select, input')) {
      control.addEventListener('input', () => draw(figure));
    }
  };

  return { draw, isDrawn: figure => drawn.has(figure) };
})();
