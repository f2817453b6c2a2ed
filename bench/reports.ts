import { createReportFiles } from "@besunny/reports/make-report-file";
import { reportFormats } from "@besunny/reports/report-formats";
import { fonts } from "@besunny/reports/test/fonts";
import { aReport } from "@besunny/reports/test/sample-report";

import type { Report } from "./report";

/**
 * Makes the files of a report of twelve tiles. `cpu_s` is the time of processors, of the first file with what has to be loaded, and of later
 * ones on average. `--count` is the number of later ones.
 */
export async function reports({ count = "10" }: { count?: string }): Promise<Report> {
  const files = createReportFiles({ fonts });
  const report: Report = { tiles: 12 };
  for (const format of reportFormats) {
    const cpuOf = async (times: number) => {
      const began = process.cpuUsage();
      let bytes = 0;
      for (let at = 0; at < times; at += 1) bytes = (await files.make(aReport(12), format)).length;
      const { user, system } = process.cpuUsage(began);
      return { bytes, seconds: (user + system) / 1e6 / times };
    };
    report[`${format}_first_cpu_s`] = (await cpuOf(1)).seconds;
    const later = await cpuOf(Number(count));
    report[`${format}_cpu_s`] = later.seconds;
    report[`${format}_bytes`] = later.bytes;
  }
  return report;
}
