/** How far a search is, on one line that is written over; nothing where nobody looks. */
export function progressLine(stream: NodeJS.WriteStream) {
  const isSeen = stream.isTTY;
  let shown = false;
  return {
    show: (tried: number, of: number): void => {
      shown = true;
      if (isSeen) stream.write(`\rtried ${tried} of ${of} `);
      else if (tried === of) stream.write(`tried ${of} settings\n`);
    },
    end: (): void => {
      if (isSeen && shown) stream.write('\n');
    },
  };
}
