// SPDX-License-Identifier: Apache-2.0
// Runs inside a copy of the report whose policy was taken out, and tells the page around it what a
// reader would see.
addEventListener('load', async () => {
  await document.fonts.ready;
  const shown = element => element.getClientRects().length > 0;
  const maps = () => [...document.querySelectorAll('.map')].filter(shown).map(m => m.dataset.name);
  const figures = () => [...document.querySelectorAll('svg')].filter(shown);
  const smallest = () => Math.min(...figures().flatMap(svg => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return [...svg.querySelectorAll('text')].map(t => parseFloat(getComputedStyle(t).fontSize) * scale);
  }));
  // Texts that run into each other by more than a hair.
  const collisions = () => figures().flatMap(svg => {
    const boxes = [...svg.querySelectorAll('text')].map(t => ({ t, b: t.getBoundingClientRect() }));
    return boxes.flatMap(({ t, b }, i) => boxes.slice(i + 1)
      .filter(o => Math.min(b.right, o.b.right) - Math.max(b.left, o.b.left) > 1 &&
                   Math.min(b.bottom, o.b.bottom) - Math.max(b.top, o.b.top) > 5)
      .map(o => t.textContent + ' | ' + o.t.textContent));
  });
  const outside = () => figures().flatMap(svg => {
    const frame = svg.getBoundingClientRect();
    return [...svg.querySelectorAll('text')].filter(t => {
      const b = t.getBoundingClientRect();
      return b.left < frame.left - 1 || b.right > frame.right + 1;
    }).map(t => t.textContent);
  });
  const told = {
    width: innerWidth,
    overflow: document.documentElement.scrollWidth - innerWidth,
    first_maps: maps(),
    fonts: ['13px "Source Sans 3 Variable"', '40px "Source Serif 4 Variable"'].every(f => document.fonts.check(f)),
    loaded: [...document.fonts].filter(f => f.status === 'loaded').length,
    smallest: smallest(), collisions: collisions(), outside: outside(),
  };
  const pick = id => { const input = document.getElementById(id); if (input) input.click(); };
  pick('design-0'); pick('person-1');
  told.second_maps = maps();
  told.all_collisions = [];
  const some = name => [...document.querySelectorAll('input[name=' + name + ']')].slice(0, 4);
  some('design').forEach(design => {
    design.click();
    some('person').forEach(person => {
      person.click();
      told.all_collisions.push(...collisions().map(c => maps()[0] + ': ' + c));
    });
  });
  pick('design-0'); pick('person-0');
  const spot = [...document.querySelectorAll('.hot')].find(shown);
  if (spot) { spot.focus(); told.tip = document.getElementById('tip').textContent; }
  told.axe = window.axe ? (await window.axe.run(document)).violations.map(v => v.id + ': ' + v.nodes[0].html) : null;
  parent.postMessage(JSON.stringify(told), '*');
});
