// The article's picture: a PNG of grey noise over a slope, about as heavy as a photograph in an article, always the same.
import { deflateSync } from 'node:zlib';

const [WIDTH, HEIGHT] = [640, 360];
/** Shades of noise: they decide the weight, some 80 KB. */
const NOISE = 6;

/** CRC-32 as PNG wants it (ISO 3309). @param {Uint8Array} bytes */
function crc(bytes) {
  let rest = 0xffffffff;
  for (const byte of bytes) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}

/** @param {string} type @param {Uint8Array} content */
function chunk(type, content) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(content.length, 0);
  ends.writeUInt32BE(crc(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

export function picture() {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  head[8] = 8; // bits a shade; grey, deflate, no filter method of its own, no interlace: all 0
  const rows = Buffer.alloc(HEIGHT * (WIDTH + 1));
  let seed = 1991;
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      rows[y * (WIDTH + 1) + x + 1] = 80 + Math.floor((100 * y) / HEIGHT) + ((seed >>> 16) % NOISE);
    }
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}
