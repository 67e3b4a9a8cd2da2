const WIDTH = 32;

/** Prints the figures of one run as a table. */
export function print(report, seconds) {
  const line = (name, rate, p99, ratio) =>
    console.log(`${name.padEnd(WIDTH)}${rate.padStart(12)}${p99.padStart(10)}${ratio.padStart(10)}`);
  console.log(
    `\n${report.connections} connections, ${seconds} s each; ${report.pinned ? 'the server has one core, load and database the other' : 'server, load and database share the cores'}\n`,
  );
  line('', 'per second', 'p99 ms', 'ratio');
  for (const { name, perSecond, p99Ms, ratio } of report.rows)
    line(name, perSecond.toFixed(0), p99Ms.toFixed(0), ratio.toFixed(3));
  console.log();
  for (const { beside, hashesPerSecond, loginToHashRatio, healthP99MsDuringLogins } of report.passwordHasher)
    console.log(
      `${beside.padEnd(WIDTH)}${loginToHashRatio.toFixed(2)} of the hasher alone, ${hashesPerSecond.toFixed(1)} per second; health meanwhile p99 ${healthP99MsDuringLogins.toFixed(0)} ms`,
    );
  console.log(`${'start, existing database'.padEnd(WIDTH)}${report.startSeconds.toFixed(2)} s
${'resident memory'.padEnd(WIDTH)}${report.residentMegabytes.toFixed(0)} MB after ${report.requestsBeforeResident} requests`);
}
