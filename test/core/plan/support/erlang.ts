/**
 * Mean wait in an M/M/c queue by Erlang's C formula (Cooper, Introduction to Queueing Theory,
 * chapter 3): C / (c mu - lambda).
 * @param load lambda / mu, in erlangs, less than `servers`
 */
export function erlangMeanWait(servers: number, load: number, meanServiceSeconds: number): number {
  let blocking = 1;
  for (let server = 1; server <= servers; server++) {
    blocking = (load * blocking) / (server + load * blocking);
  }
  const waits = blocking / (1 - (load / servers) * (1 - blocking));
  return (waits * meanServiceSeconds) / (servers - load);
}
