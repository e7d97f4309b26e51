/* Reads the tables of the page. A chart is drawn from the very cells that stand behind it; nothing is computed here. */
const reading = (() => {
  'use strict';

  /** The number in a cell, or null where it holds none: empty or suppressed. */
  const number = cell => {
    const text = cell.textContent.replace(/[£,\s]/g, '');
    return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : null;
  };

  /** The heads of the columns of figures, and each line as the words it begins with and its figures; the line of totals apart. */
  const table = element => {
    const heads = [...element.tHead.rows[0].cells];
    const lines = [...element.tBodies[0].rows].filter(row => !row.classList.contains('total')).map(row => {
      const cells = [...row.cells];
      const words = heads.findIndex(head => head.classList.contains('number'));
      return {
        words: cells.slice(0, words).map(cell => cell.textContent),
        figures: cells.slice(words).map(number),
        shown: cells.slice(words).map(cell => cell.textContent),
      };
    });
    const firstFigure = heads.findIndex(head => head.classList.contains('number'));
    return { columns: heads.slice(firstFigure).map(head => head.textContent), lines };
  };

  const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });

  /** A number on an axis: thousands of pounds are written as pounds. */
  const onAxis = (value, unit) => {
    if (unit === '£000') {
      return value === 0 ? '£0' : Math.abs(value) >= 1000 ? `£${whole.format(value / 1000)}m` : `£${whole.format(value)}k`;
    }
    return unit === '£' ? `£${whole.format(value)}` : unit === '£m' ? `£${whole.format(value)}m` : whole.format(value);
  };

  return { table, onAxis };
})();
