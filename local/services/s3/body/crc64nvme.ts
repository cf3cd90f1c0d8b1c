/** NVMe's polynomial ad93d23594c93659 with its bits reversed, in two halves: JavaScript's bitwise operators have 32 bits. */
const HIGH_POLYNOMIAL = 0x9a6c9329;
const LOW_POLYNOMIAL = 0xac4bc9b5;

const HIGH_TABLE = new Int32Array(256);
const LOW_TABLE = new Int32Array(256);
for (let byte = 0; byte < 256; byte++) {
  let high = 0;
  let low = byte;
  for (let bit = 0; bit < 8; bit++) {
    const odd = (low & 1) === 1;
    low = ((low >>> 1) | (high << 31)) ^ (odd ? LOW_POLYNOMIAL : 0);
    high = (high >>> 1) ^ (odd ? HIGH_POLYNOMIAL : 0);
  }
  HIGH_TABLE[byte] = high;
  LOW_TABLE[byte] = low;
}

/** CRC-64/NVME, which newer SDKs and AWS itself take for whole objects. */
export class Crc64Nvme {
  #high = ~0;
  #low = ~0;

  update(bytes: Uint8Array): void {
    let high = this.#high;
    let low = this.#low;
    for (const byte of bytes) {
      const index = (low ^ byte) & 0xff;
      low = ((low >>> 8) | (high << 24)) ^ (LOW_TABLE[index] ?? 0);
      high = (high >>> 8) ^ (HIGH_TABLE[index] ?? 0);
    }
    this.#high = high;
    this.#low = low;
  }

  digest(): Buffer {
    const bytes = Buffer.alloc(8);
    bytes.writeInt32BE(~this.#high);
    bytes.writeInt32BE(~this.#low, 4);
    return bytes;
  }
}
