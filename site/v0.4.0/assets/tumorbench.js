/*
 * Tumorbench: what a page does beyond being read. Every page is whole without this file; it adds controls to what is there
 * and fetches nothing, so that it works from file:// and offline.
 */
(() => {
  'use strict';

  const root = document.documentElement;
  const main = document.querySelector('main');
  if (!main) {
    return;
  }

  /** An element with attributes and children; an attribute that is false or null is left out. */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== false && value !== null && value !== undefined) {
        element.setAttribute(name, value === true ? '' : value);
      }
    }
    element.append(...children);
    return element;
  }

  let lastId = 0;
  const nextId = (name) => `js-${name}-${++lastId}`;

  /** Says something to everybody: shown for a moment, read by screen readers. */
  const say = (() => {
    const box = make('p', { class: 'said', role: 'status' });
    let timer = 0;
    document.body.append(box);
    return (text) => {
      box.textContent = text;
      clearTimeout(timer);
      timer = setTimeout(() => { box.textContent = ''; }, 4000);
    };
  })();

  /* Where a browser keeps nothing for this page, the choice lasts until the next page. */
  const store = {
    read(key) {
      try { return localStorage.getItem(key); } catch { return null; }
    },
    write(key, value) {
      try { localStorage.setItem(key, value); } catch { /* as above */ }
    },
  };

  /* Theme: as the system has it, light or dark; one control in the rail, one in the menu of small screens */

  function theme(places) {
    const key = 'tumorbench-theme';
    const names = { auto: 'As the system', light: 'Light', dark: 'Dark' };
    const selects = [...places].map((place) => {
      const select = make('select', {}, ...Object.entries(names).map(([value, text]) => make('option', { value }, text)));
      select.addEventListener('change', () => {
        apply(select.value);
        store.write(key, select.value);
      });
      place.append(make('label', { class: 'theme' }, make('span', {}, 'Colours'), ' ', select));
      return select;
    });
    const apply = (name) => {
      if (name === 'auto') {
        delete root.dataset.theme;
      } else {
        root.dataset.theme = name;
      }
      selects.forEach((select) => { select.value = name; });
    };
    const stored = store.read(key);
    apply(stored in names ? stored : 'auto');
  }

  /* Versions: the list lies outside every version, so that old pages know of newer ones */

  function versions() {
    const places = document.querySelectorAll('details.versions');
    const list = window.tumorbenchVersions;
    if (places.length === 0 || !list || !Array.isArray(list.versions)) {
      return;
    }
    const here = list.versions.find((one) => one.version === places[0].dataset.version);
    const link = (one) => make('a', { href: `../${one.path}index.html`, 'aria-current': one === here ? 'true' : null }, one.version);
    places.forEach((place) => place.querySelector('ul').prepend(...list.versions.map((one) =>
      make('li', {}, link(one), ` ${[one.date, one.badge, one.status].filter(Boolean).join(', ')}`))));
    const newest = here && list.versions.find((one) => one.version === here.newest);
    const sentences = [];
    if (here && here.withdrawn) {
      sentences.push(make('p', {}, `This version was withdrawn on ${here.withdrawn.date}: ${here.withdrawn.reason}`));
    }
    if (newest && newest !== here) {
      sentences.push(make('p', {}, `This is version ${here.version}. The newest of this study is `, link(newest), '.'));
    }
    if (sentences.length > 0) {
      main.prepend(make('aside', { class: 'warning superseded', 'aria-label': 'State of this version' }, ...sentences));
    }
  }

  /* Tables: sorting and searching */

  const SCALE = { '': 1, '%': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18, ms: 1e-3, s: 1, min: 60, h: 3600, KiB: 1024, MiB: 1048576, GiB: 1073741824, J: 1, kJ: 1e3, Wh: 1, kWh: 1e3 };
  const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  const FEW_ROWS = 12;
  const order = new Intl.Collator('en', { numeric: true });

  /** The number a cell says, units and powers of ten included; null where it says anything else. */
  function quantity(text) {
    const plain = text.replaceAll('\u202f', '').replaceAll('−', '-')
      .replace(/\s*×\s*10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, (all, power) => `e${[...power].map((c) => (c === '⁻' ? '-' : DIGITS.indexOf(c))).join('')}`)
      .replace(/^[<>≤≥≈±+]\s*/, '').trim();
    const part = /([+-]?\d+(?:\.\d+)?(?:e-?\d+)?)\s*([A-Za-z%]*)\s*/gy;
    let sum = 0;
    let end = 0;
    for (let found = part.exec(plain); found; found = part.exec(plain)) {
      if (!(found[2] in SCALE)) {
        return null;
      }
      sum += Number(found[1]) * SCALE[found[2]];
      end = part.lastIndex;
    }
    return end > 0 && end === plain.length ? sum : null;
  }

  /** What a cell says without the note beside it. */
  function words(cell) {
    return [...cell.childNodes].filter((node) => node.nodeName !== 'SMALL').map((node) => node.textContent).join('').trim();
  }

  /** Undefined last in both directions, numbers by size, all else as in a dictionary. */
  function compare(a, b, direction) {
    const missing = (text) => text === '–' || text === '';
    if (missing(a) || missing(b)) {
      return missing(a) - missing(b);
    }
    const [x, y] = [quantity(a), quantity(b)];
    return direction * (x !== null && y !== null ? x - y : order.compare(a, b));
  }

  class SortedTable {
    constructor(table) {
      this.table = table;
      this.body = table.tBodies[0];
      this.rows = [...this.body.rows];
      this.texts = null;
      this.conditions = new Map();
    }

    static of(table) {
      if (!SortedTable.all.has(table)) {
        SortedTable.all.set(table, new SortedTable(table));
      }
      return SortedTable.all.get(table);
    }

    /** Cells that span several rows or columns would lose their place. */
    addSorting() {
      const head = this.table.tHead && this.table.tHead.rows.length === 1 ? [...this.table.tHead.rows[0].cells] : [];
      if (this.rows.length < 2 || this.table.querySelector('[colspan], [rowspan]')) {
        return;
      }
      head.forEach((cell, column) => {
        if (cell.textContent.trim() === '') {
          return;
        }
        const button = make('button', { type: 'button', class: 'sort' }, ...cell.childNodes);
        cell.append(button);
        button.addEventListener('click', () => this.sort(column, cell, head));
      });
    }

    /** Numbers begin with the largest, words with A; the third time the first order is back. */
    sort(column, cell, head) {
      const first = cell.classList.contains('number') ? 'descending' : 'ascending';
      const second = first === 'ascending' ? 'descending' : 'ascending';
      const now = cell.getAttribute('aria-sort');
      const next = now === first ? second : now === second ? null : first;
      head.forEach((other) => other.removeAttribute('aria-sort'));
      if (next) {
        cell.setAttribute('aria-sort', next);
        const direction = next === 'ascending' ? 1 : -1;
        const keyed = this.rows.map((row) => [words(row.cells[column]), row]);
        keyed.sort((a, b) => compare(a[0], b[0], direction));
        this.body.append(...keyed.map((pair) => pair[1]));
      } else {
        this.body.append(...this.rows);
      }
    }

    addSearch() {
      if (this.rows.length < FEW_ROWS) {
        return;
      }
      const status = make('span', { role: 'status' });
      const input = make('input', { type: 'search', autocomplete: 'off', spellcheck: 'false' });
      const box = make('p', { class: 'search' }, make('label', {}, make('span', {}, 'Search in the table'), ' ', input), ' ', status);
      input.addEventListener('input', () => {
        const wanted = input.value.trim().toLowerCase().split(/\s+/);
        this.texts ??= new Map(this.rows.map((row) => [row, row.textContent.toLowerCase()]));
        this.restrict('search', (row) => wanted.every((word) => this.texts.get(row).includes(word)));
        status.textContent = input.value.trim() === '' ? '' : `${this.shown()} of ${this.rows.length} rows`;
      });
      this.clear = () => {
        input.value = '';
        status.textContent = '';
        this.restrict('search', () => true);
      };
      (this.table.closest('.scroll') ?? this.table).before(box);
    }

    /** Shows the rows that meet this condition and all others set under other names. */
    restrict(name, condition) {
      this.conditions.set(name, condition);
      for (const row of this.rows) {
        row.hidden = ![...this.conditions.values()].every((one) => one(row));
      }
    }

    shown() {
      return this.rows.filter((row) => !row.hidden).length;
    }
  }
  SortedTable.all = new Map();

  /* Marks of a chart: each that stands for a row of the figure's table says so in data-row */

  const tip = (() => {
    const box = make('div', { class: 'tip', role: 'status', hidden: true });
    document.body.append(box);
    return {
      box,
      hide() { box.hidden = true; },
      show(terms, place) {
        box.replaceChildren(make('dl', {}, ...terms.map(([name, value]) => make('div', {}, make('dt', {}, name), make('dd', {}, value)))));
        box.hidden = false;
        const [width, height] = [box.offsetWidth, box.offsetHeight];
        const left = place.right + 8 + width > root.clientWidth ? Math.max(4, place.left - 8 - width) : place.right + 8;
        const top = Math.min(Math.max(4, place.top - height / 2), Math.max(4, window.innerHeight - height - 4));
        box.style.left = `${left}px`;
        box.style.top = `${top}px`;
      },
    };
  })();

  /** The marks of a line of many become elements, so that each can be pointed at, hidden and chosen. */
  function spread(svg) {
    const drawn = (tag, attributes, ...children) => {
      const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
      Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
      element.append(...children);
      return element;
    };
    svg.querySelectorAll('polyline[data-rows]').forEach((line) => {
      const marker = svg.querySelector(`[id="${/#([^)]+)/.exec(line.getAttribute('style'))[1]}"]`);
      const href = marker.firstElementChild.getAttribute('href');
      const rows = line.dataset.rows.split(',').flatMap((range) => {
        const [from, to = from] = range.split('-').map(Number);
        return Array.from({ length: to - from + 1 }, (_, i) => from + i);
      });
      const style = Object.fromEntries([...marker.attributes]
        .filter((one) => !['id', 'overflow'].includes(one.name) && !one.name.startsWith('marker'))
        .map((one) => [one.name, one.value]));
      line.replaceWith(drawn('g', style, ...[...line.points].map((point, i) =>
        drawn('use', { href, x: point.x, y: point.y, 'data-row': rows[i] }))));
    });
  }

  class Marks {
    constructor(figure, drawing, table) {
      this.figure = figure;
      this.drawing = drawing;
      this.svg = drawing.querySelector('svg');
      spread(this.svg);
      this.table = SortedTable.of(table);
      this.names = [...table.tHead.rows[0].cells].map((cell) => words(cell));
      this.all = [...this.svg.querySelectorAll('[data-row]')];
      this.byRow = new Map();
      this.all.forEach((mark) => {
        const row = this.table.rows[Number(mark.dataset.row)];
        if (row && !this.byRow.has(row)) {
          this.byRow.set(row, mark);
        }
      });
      this.chosen = null;
    }

    listen() {
      this.drawing.addEventListener('pointermove', (event) => {
        if (event.pointerType !== 'touch') {
          this.choose(this.nearest(event, 14));
        }
      });
      this.drawing.addEventListener('pointerleave', (event) => {
        if (!tip.box.contains(event.relatedTarget)) {
          this.choose(null);
        }
      });
      this.drawing.addEventListener('click', (event) => {
        const row = this.nearest(event, event.pointerType === 'touch' ? 28 : 14);
        const again = row && row === this.chosen;
        this.choose(row);
        // A finger cannot hover: its first touch shows what the mark is, its second follows it.
        if (row && (event.pointerType !== 'touch' || again)) {
          this.follow(row);
        }
      });
      this.drawing.addEventListener('keydown', (event) => this.key(event));
      this.drawing.addEventListener('blur', () => this.choose(null));
    }

    key(event) {
      const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
      if (event.key in ways) {
        event.preventDefault();
        this.choose(this.neighbour(...ways[event.key]) ?? this.chosen);
      } else if (event.key === 'Enter' && this.chosen) {
        event.preventDefault();
        this.follow(this.chosen);
      } else if (event.key === 'Escape') {
        this.choose(null);
      }
    }

    visible() {
      return [...this.byRow].filter(([, mark]) => !mark.hasAttribute('display'));
    }

    centre(mark) {
      const box = mark.getBoundingClientRect();
      return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
    }

    nearest(event, reach) {
      const hit = event.target.closest?.('[data-row]');
      if (hit && hit.localName !== 'use') {
        return this.table.rows[Number(hit.dataset.row)];
      }
      let best = null;
      let least = reach * reach;
      for (const [row, mark] of this.visible()) {
        if (mark.localName === 'use') {
          const [x, y] = this.centre(mark);
          const distance = (x - event.clientX) ** 2 + (y - event.clientY) ** 2;
          [best, least] = distance < least ? [row, distance] : [best, least];
        }
      }
      return best;
    }

    /** The closest mark in a direction; what lies aside counts as farther. */
    neighbour(dx, dy) {
      const candidates = this.visible();
      if (!this.chosen) {
        return candidates.length > 0 ? candidates[0][0] : null;
      }
      const [x0, y0] = this.centre(this.byRow.get(this.chosen));
      let best = null;
      let least = Infinity;
      for (const [row, mark] of candidates) {
        const [x, y] = this.centre(mark);
        const along = (x - x0) * dx + (y - y0) * dy;
        const aside = (x - x0) * dy - (y - y0) * dx;
        const distance = along * along + 4 * aside * aside;
        if (along > 0.01 && distance < least) {
          [best, least] = [row, distance];
        }
      }
      return best;
    }

    choose(row) {
      if (this.chosen && this.chosen !== row) {
        this.byRow.get(this.chosen)?.classList.remove('chosen');
      }
      this.chosen = row ?? null;
      if (!row) {
        tip.hide();
        return;
      }
      const mark = this.byRow.get(row);
      mark.classList.add('chosen');
      const terms = [...row.cells].map((cell, i) => [this.names[i], words(cell)]).filter(([, value]) => value !== '');
      tip.show(terms, mark.getBoundingClientRect());
    }

    /** Leads to the mark's row, whatever hides it. */
    follow(row) {
      tip.hide();
      if (row.hidden && this.table.clear) {
        this.table.clear();
      }
      if (row.id) {
        history.pushState(null, '', `#${encodeURIComponent(row.id)}`);
      }
      reveal(row);
    }

    /** Choices by true class and by right or wrong, for tables that have both columns. */
    addFilter() {
      const [label, mistaken] = [this.names.indexOf('True class'), this.names.indexOf('Mistaken for')];
      if (label < 0 || mistaken < 0) {
        return;
      }
      const classes = [...new Set(this.table.rows.map((row) => words(row.cells[label])))].sort(order.compare);
      const boxes = classes.map((name) => make('input', { type: 'checkbox', value: name, checked: true }));
      const group = nextId('outcome');
      const outcomes = [['all', 'Right and wrong'], ['right', 'Right'], ['wrong', 'Wrong']]
        .map(([value, text], i) => [make('input', { type: 'radio', name: group, value, checked: i === 0 }), text]);
      const status = make('span', { role: 'status' });
      const form = make('form', { class: 'filter', 'aria-label': `Choose points: ${this.drawing.getAttribute('aria-label') ?? ''}` },
        make('fieldset', {}, make('legend', {}, 'True class'), ...boxes.map((box, i) => make('label', {}, box, ' ', classes[i]))),
        make('fieldset', {}, make('legend', {}, 'Prediction'), ...outcomes.map(([box, text]) => make('label', {}, box, ' ', text))),
        make('p', { class: 'note' }, status, ' Point at a mark for its image, press to go to its row. With the keyboard: arrow keys from mark to mark, Enter to its row.'));
      form.addEventListener('submit', (event) => event.preventDefault());
      form.addEventListener('change', () => {
        const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
        const outcome = outcomes.find(([box]) => box.checked)[0].value;
        this.show(status, (row) => {
          const right = words(row.cells[mistaken]) === '';
          return wanted.has(words(row.cells[label])) && (outcome === 'all' || right === (outcome === 'right'));
        });
      });
      this.drawing.before(form);
    }

    show(status, condition) {
      this.table.restrict('marks', condition);
      const kept = new Set(this.table.rows.filter(condition));
      this.all.forEach((mark) => {
        const shown = kept.has(this.table.rows[Number(mark.dataset.row)]);
        if (shown) {
          mark.removeAttribute('display');
        } else {
          mark.setAttribute('display', 'none');
        }
      });
      status.textContent = `${kept.size} of ${this.table.rows.length} points.`;
      this.choose(null);
    }
  }

  function charts() {
    main.querySelectorAll('figure').forEach((figure) => {
      const drawing = figure.querySelector('.drawing');
      const table = figure.querySelector('table');
      if (drawing && table && table.tHead && drawing.querySelector('[data-row], [data-rows]')) {
        const marks = new Marks(figure, drawing, table);
        marks.addFilter();
        marks.listen();
      }
    });
    document.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') {
        tip.hide();
      }
    });
    document.addEventListener('scroll', () => tip.hide(), { capture: true, passive: true });
  }

  /* Explained images: maps laid over them, and some side by side */

  function gallery() {
    const first = main.querySelector('.gallery');
    if (!first) {
      return;
    }
    const bar = make('div', { class: 'gallery-tools', role: 'group', 'aria-label': 'Explained images' });
    main.querySelectorAll('fieldset.strength').forEach(finer);
    bar.append(comparing());
    first.before(bar);
  }

  /** A slider beside the steps that work without it; the section around them holds the images. */
  function finer(steps) {
    const section = steps.parentElement;
    const range = make('input', { type: 'range', min: '0', max: '100', value: steps.querySelector('input:checked')?.value ?? '70' });
    range.addEventListener('input', () => section.style.setProperty('--map-opacity', String(Number(range.value) / 100)));
    steps.addEventListener('change', (event) => {
      if (event.target.type === 'radio') {
        section.style.removeProperty('--map-opacity');
        range.value = event.target.value;
      }
    });
    steps.append(make('label', {}, make('span', {}, 'finer'), ' ', range));
  }

  function comparing() {
    const button = make('button', { type: 'button', disabled: true }, 'Compare chosen images');
    const panes = make('div', { class: 'compared' });
    const close = make('button', { type: 'button' }, 'Close');
    const title = make('h2', { id: nextId('compare') }, 'Chosen images');
    const dialog = make('dialog', { class: 'compare', 'aria-labelledby': title.id }, make('div', { class: 'top' }, title, close), panes);
    document.body.append(dialog);
    const chosen = new Set();
    main.querySelectorAll('.cam').forEach((figure) => {
      const name = figure.querySelector('.name')?.textContent ?? figure.id;
      const box = make('input', { type: 'checkbox', 'aria-label': `Compare ${name}` });
      box.addEventListener('change', () => {
        chosen[box.checked ? 'add' : 'delete'](figure);
        button.disabled = chosen.size < 2;
        button.textContent = chosen.size < 2 ? 'Compare chosen images' : `Compare ${chosen.size} chosen images`;
      });
      (figure.querySelector('figcaption') ?? figure).append(make('label', { class: 'pick' }, box, ' Compare'));
    });
    button.addEventListener('click', () => {
      const figures = [...main.querySelectorAll('.cam')].filter((figure) => chosen.has(figure));
      panes.replaceChildren(...figures.map((figure) => {
        const copy = figure.cloneNode(true);
        copy.removeAttribute('id');
        copy.querySelectorAll('[id]').forEach((one) => one.removeAttribute('id'));
        copy.querySelectorAll('.pick, .anchor').forEach((one) => one.remove());
        copy.querySelectorAll('img').forEach((image) => image.removeAttribute('loading'));
        return copy;
      }));
      dialog.showModal();
    });
    close.addEventListener('click', () => dialog.close());
    return button;
  }

  /* Places with an address of their own */

  function anchors() {
    const places = [
      ...[...main.querySelectorAll(':is(h2, h3, h4)[id]')].map((heading) => [heading.id, heading]),
      ...[...main.querySelectorAll(':is(section, article)[id] > :is(h2, h3):first-child:not([id])')].map((heading) => [heading.parentElement.id, heading]),
      ...[...main.querySelectorAll('figure[id]')].map((figure) => [figure.id, figure.querySelector('figcaption strong, figcaption .name')]),
    ];
    for (const [id, where] of places) {
      if (!where || where.querySelector('a')) {
        continue;
      }
      const text = where.textContent.trim();
      // A region is named by its heading; the link within is not part of the name.
      main.querySelectorAll(`[aria-labelledby="${CSS.escape(where.id || ' ')}"]`).forEach((region) => {
        region.removeAttribute('aria-labelledby');
        region.setAttribute('aria-label', text);
      });
      where.append(' ', make('a', { class: 'anchor', href: `#${encodeURIComponent(id)}`, 'aria-label': `Link to ${text}` }, '#'));
    }
    main.addEventListener('click', (event) => {
      const link = event.target.closest('a.anchor');
      if (link && navigator.clipboard) {
        navigator.clipboard.writeText(link.href).then(() => say('Link copied'), () => {});
      }
    });
  }

  /** Opens what hides an element, brings it into view and gives it the focus. */
  function reveal(element) {
    for (let box = element.closest('details'); box; box = box.parentElement.closest('details')) {
      box.open = true;
    }
    main.querySelectorAll('.found').forEach((one) => one.classList.remove('found'));
    element.classList.add('found');
    if (!element.matches('a[href], button, input, select, summary, [tabindex]')) {
      element.tabIndex = -1;
    }
    element.scrollIntoView({ block: 'center' });
    element.focus({ preventScroll: true });
  }

  function addressed() {
    const id = decodeURIComponent(location.hash.slice(1));
    const element = id === '' ? null : document.getElementById(id);
    if (element && main.contains(element) && (element.matches('tr') || element.closest('details'))) {
      reveal(element);
    }
  }

  theme(document.querySelectorAll('.tools'));
  versions();
  charts();
  main.querySelectorAll('table').forEach((table) => {
    if (table.tBodies.length === 1) {
      const sorted = SortedTable.of(table);
      sorted.addSearch();
      sorted.addSorting();
    }
  });
  gallery();
  anchors();
  addressed();
  window.addEventListener('hashchange', addressed);
})();
