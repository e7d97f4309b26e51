/* What the page does: shows one scenario at a time, draws charts as they come into sight, and gets ready for paper. */
(() => {
  'use strict';

  const root = document.documentElement;
  root.classList.add('scripted');
  const figures = [...document.querySelectorAll('figure.chart, figure.map')];
  const panels = [...document.querySelectorAll('section.scenario')];
  const choice = document.getElementById('scenario-choice');

  const isMap = figure => figure.classList.contains('map');
  const isDrawn = figure => isMap(figure) ? maps.isDrawn(figure) : charts.isDrawn(figure);
  const draw = (figure, width) => isMap(figure) ? maps.draw(figure, width) : charts.draw(figure, width);

  const inSight = new IntersectionObserver(entries => {
    for (const entry of entries) {
      if (entry.isIntersecting && !isDrawn(entry.target)) {
        draw(entry.target);
      }
    }
  }, { rootMargin: '300px' });

  for (const figure of figures) {
    if (!isMap(figure)) {
      charts.addChoices(figure);
    }
    inSight.observe(figure);
  }

  /** Shows the scenario whose panel has that id; true when there is one. */
  const show = id => {
    const panel = panels.find(one => one.id === id);
    if (panel) {
      for (const one of panels) {
        one.hidden = one !== panel;
      }
      if (choice) {
        choice.value = id;
      }
      document.dispatchEvent(new CustomEvent('scenario-shown', { detail: id }));
    }
    return panel !== undefined;
  };

  const followHash = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const panel = target?.closest('section.scenario');
    if (panel) {
      show(panel.id);
      target.scrollIntoView();
    }
  };

  if (choice) {
    choice.addEventListener('change', () => show(choice.value));
  }
  if (panels.length > 0) {
    show(panels[0].id);
  }
  if (figures.length > 0) {
    draw(figures[0]);
  }
  window.addEventListener('hashchange', followHash);
  followHash();

  const folded = document.getElementById('open-tables');
  folded?.addEventListener('click', () => {
    const open = folded.getAttribute('aria-pressed') !== 'true';
    folded.setAttribute('aria-pressed', String(open));
    for (const details of document.querySelectorAll('main details')) {
      details.open = open;
    }
  });

  const visible = () => figures.filter(figure => !figure.closest('[hidden]'));
  const redraw = width => {
    for (const figure of visible()) {
      if (width !== undefined || isDrawn(figure)) {
        draw(figure, width);
      }
    }
  };

  let lastWidth = root.clientWidth;
  let pending = 0;
  window.addEventListener('resize', () => {
    if (root.clientWidth !== lastWidth) {
      lastWidth = root.clientWidth;
      cancelAnimationFrame(pending);
      pending = requestAnimationFrame(() => redraw());
    }
  });

  /* The width of an A4 page within its margins, in CSS pixels. */
  const paper = 670;
  window.addEventListener('beforeprint', () => redraw(paper));
  window.addEventListener('afterprint', () => redraw());
})();
