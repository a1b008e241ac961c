// SPDX-License-Identifier: Apache-2.0
#include "output/pictures/page.hpp"

namespace sojourn::output::page {

// Comfort only: the page says everything without it. Tips on the columns of a map, arrow keys
// between them, and saving a figure as it is drawn with its fonts.
const std::string_view script = R"js(
'use strict';
(() => {
  const tip = document.createElement('div');
  tip.id = 'tip'; tip.hidden = true; tip.setAttribute('aria-hidden', 'true');
  document.body.append(tip);
  const show = spot => {
    const box = spot.getBoundingClientRect();
    tip.textContent = spot.getAttribute('aria-label');
    tip.hidden = false;
    const room = document.documentElement.clientWidth - tip.offsetWidth - 8;
    const left = Math.max(8, Math.min(room, box.left + box.width / 2 - tip.offsetWidth / 2));
    tip.style.left = left + scrollX + 'px';
    tip.style.top = Math.max(scrollY + 4, box.top + scrollY - tip.offsetHeight - 4) + 'px';
  };
  const hide = () => { tip.hidden = true; };
  document.querySelectorAll('.hot').forEach(spot => {
    const title = spot.querySelector('title');
    if (title) { spot.setAttribute('aria-label', title.textContent); title.remove(); }
    spot.addEventListener('pointerenter', () => show(spot));
    spot.addEventListener('pointerleave', hide);
    spot.addEventListener('focus', () => show(spot));
    spot.addEventListener('blur', hide);
    spot.addEventListener('keydown', event => {
      const step = { ArrowRight: 'nextElementSibling', ArrowLeft: 'previousElementSibling' }[event.key];
      if (event.key === 'Escape') hide();
      if (step && spot[step] && spot[step].classList.contains('hot')) {
        event.preventDefault(); spot[step].focus();
      }
    });
  });
  const save = (svg, name) => {
    const copy = svg.cloneNode(true);
    copy.querySelectorAll('.hot').forEach(spot => spot.remove());
    const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    paper.setAttribute('width', '100%'); paper.setAttribute('height', '100%'); paper.setAttribute('fill', '#fbfaf6');
    const fonts = document.createElementNS('http://www.w3.org/2000/svg', 'style');
    fonts.textContent = document.getElementById('fonts').textContent;
    copy.prepend(fonts, paper);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }));
    link.download = name + '.svg'; link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  };
  document.querySelectorAll('button[data-save]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => {
      const shown = [...document.querySelectorAll('#' + button.dataset.save + ' .figure')].find(f => f.offsetParent !== null);
      if (shown) save(shown.querySelector('svg'), shown.dataset.name);
    });
  });
})();
)js";

} // namespace sojourn::output::page
