import { isUtf8 } from 'node:buffer';
import type { Read } from '../model/problem.ts';
import { refused } from './failure.ts';

/** The first bytes of UTF-8, UTF-16 and UTF-32 texts that carry a byte-order mark. */
const BYTE_ORDER_MARKS = [
  [0xef, 0xbb, 0xbf],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0x00, 0x00, 0xfe, 0xff],
];

/** The text that the bytes hold, when they are UTF-8 without a byte-order mark. */
export function decode(bytes: Buffer, file: string): Read<string> {
  if (hasByteOrderMark(bytes)) {
    return refused({
      code: 'byte-order-mark',
      severity: 'error',
      message: `\`${file}\` starts with a byte-order mark`,
      help: 'save it as UTF-8 without a byte-order mark',
    });
  }
  return isUtf8(bytes) ? { ok: true, value: bytes.toString('utf8') } : notUtf8(bytes, file);
}

function hasByteOrderMark(bytes: Buffer): boolean {
  return BYTE_ORDER_MARKS.some((mark) => mark.every((byte, index) => bytes[index] === byte));
}

function notUtf8(bytes: Buffer, file: string): Read<never> {
  let [line, start] = [1, 0];
  for (let end = bytes.indexOf(0x0a); end !== -1 && isUtf8(bytes.subarray(start, end)); end = bytes.indexOf(0x0a, start)) {
    [line, start] = [line + 1, end + 1];
  }
  const column = bytes.subarray(start).toString('utf8').indexOf('\ufffd') + 1;
  return refused({
    code: 'not-utf-8',
    severity: 'error',
    message: 'these bytes are not UTF-8',
    help: 'save the file as UTF-8',
    place: { file, line, column, text: '' },
  });
}
