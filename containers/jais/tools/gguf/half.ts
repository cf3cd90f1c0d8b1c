const scratch = new DataView(new ArrayBuffer(4));

/** IEEE 754 binary16 of a number, rounded towards zero; below 2^-14 it is zero. */
export function halfOf(value: number): number {
  scratch.setFloat32(0, value);
  const bits = scratch.getUint32(0);
  const sign = (bits >>> 16) & 0x80_00;
  const exponent = ((bits >>> 23) & 0xff) - 127 + 15;
  if (exponent <= 0) return sign;
  if (exponent >= 31) return sign | 0x7c_00;
  return sign | (exponent << 10) | ((bits >>> 13) & 0x03_ff);
}
