// The reader's letters: twice as large in the page, twice as large on the canvases.
import assert from 'node:assert/strict';

/** How high the smallest words of a picture are drawn, in CSS px. @param {Element} box */
async function smallest(box) {
  const { fillText } = CanvasRenderingContext2D.prototype;
  const heights = [];
  CanvasRenderingContext2D.prototype.fillText = function (...what) {
    if (box.contains(this.canvas)) {
      const px = parseFloat(/([\d.]+)px/.exec(this.font)[1]);
      heights.push((px * this.getTransform().a * box.clientWidth) / this.canvas.width);
    }
    return fillText.apply(this, what);
  };
  const host = window.witness.elements()[0];
  // Painted anew, and back.
  for (const theme of ['dark', 'light']) {
    host.setAttribute('theme', theme);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await window.witness.rest(5000);
  }
  CanvasRenderingContext2D.prototype.fillText = fillText;
  return Math.min(...heights);
}

function setLetters(reader, share) {
  return reader.page.evaluate((percent) => { document.documentElement.style.fontSize = percent; }, `${share}%`);
}

export async function wordsOnTheCanvasesGrowWithThePagesAtOnce(reader) {
  await reader.open('dist/frame.html', { width: 900 });
  const pictures = { ties: await reader.picture('ties'), map: await reader.picture('map') };
  for (const picture of Object.values(pictures)) {
    await reader.inSight(picture);
    assert.equal(Math.round(await picture.evaluate(smallest)), 12);
  }
  const before = await pictures.ties.evaluate((box) => box.clientHeight);
  await setLetters(reader, 200);
  await reader.until('the picture is laid out anew', (box, height) => box.clientHeight > 1.5 * height, pictures.ties, before);
  for (const picture of Object.values(pictures)) {
    await reader.inSight(picture);
    assert.equal(Math.round(await picture.evaluate(smallest)), 24);
  }
  await setLetters(reader, 100);
  await reader.until('the picture is as it was', (box, height) => box.clientHeight === height, pictures.ties, before);
}

export async function onAPhoneTheTimelinesWordsGrowAsMuch(reader) {
  await reader.open('dist/frame.html', { width: 390, scale: 2, device: 'touch' });
  await setLetters(reader, 200);
  await reader.pause(200);
  await reader.still();
  const picture = await reader.picture('ties');
  await reader.inSight(picture);
  assert.equal(Math.round(await picture.evaluate(smallest)), 24);
}
