import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { outlineOf, readBytes } from "../../../../test/read-bytes";

const event = (...lines: string[]) =>
  ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "SUMMARY:S", ...lines, "END:VEVENT", "END:VCALENDAR"].join(
    "\r\n",
  );

const detailsOf = async (...lines: string[]) =>
  outlineOf(await readBytes(event(...lines), "a.ics"))[1]?.replace("paragraph: ", "") ?? "";

const berlin = "DTSTART;TZID=Europe/Berlin:20260302T103000";

describe("a rule that repeats an entry", () => {
  test.each([
    [
      "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
      "every month on the last working day (Monday to Friday)",
    ],
    ["FREQ=MONTHLY;BYDAY=MO;BYSETPOS=1", "every month on the first Monday"],
    ["FREQ=MONTHLY;BYDAY=TU,TH;BYSETPOS=2", "every month on the second of Tuesday and Thursday"],
    ["FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=-1", "every month on the last day"],
    [
      "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
      "every month on day 28, day 29 and day 30, only the last of these",
    ],
    ["FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "every year on Monday in week 20"],
    ["FREQ=DAILY;BYHOUR=9,15;COUNT=4", "every day at 9:30 and 15:30, 4 times"],
    ["FREQ=DAILY;BYHOUR=9;BYMINUTE=0,20", "every day at 9:00 and 9:20"],
    ["FREQ=HOURLY;BYMINUTE=15", "every hour at minute 15"],
    [
      "FREQ=YEARLY;BYYEARDAY=100,-1",
      "every year on day 100 of the year and the last day of the year",
    ],
    ["FREQ=MONTHLY;BYMONTHDAY=-1", "every month on the last day of the month"],
    ["FREQ=MONTHLY;BYDAY=22MO", "every month on the 22nd Monday"],
    [
      "FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO",
      "every 2 weeks on Monday, weeks beginning on Sunday",
    ],
    ["FREQ=DAILY;COUNT=1", "every day, 1 time"],
    ["RSCALE=CHINESE;FREQ=YEARLY;SKIP=FORWARD", "every year, with RSCALE=CHINESE and SKIP=FORWARD"],
  ])("is said in words and drops no part: %s", async (rule, words) => {
    expect(await detailsOf(berlin, `RRULE:${rule}`)).toContain(`Repeats: ${words}`);
  });

  test.each([
    ["DTSTART;TZID=America/New_York:20260301T200000", "20260304T010000Z", "until 2026-03-03"],
    ["DTSTART;TZID=Eastern Standard Time:20260301T200000", "20260304T010000Z", "until 2026-03-03"],
    ["DTSTART;TZID=My zone:20260301T200000", "20260304T010000Z", "until 2026-03-04 01:00 (UTC)"],
    ["DTSTART;TZID=Europe/Berlin:20260301T200000", "20260304T090000Z", "until 2026-03-04 10:00"],
    ["DTSTART;VALUE=DATE:20260301", "20260304", "until 2026-03-04"],
    ["DTSTART:20260301T200000Z", "20260304T230000Z", "until 2026-03-04"],
  ])("ends on the day of its own zone: %s", async (start, until, words) => {
    const details = await detailsOf(start, `RRULE:FREQ=DAILY;UNTIL=${until}`);
    expect(details.endsWith(`Repeats: every day ${words}`), details).toBe(true);
  });
});

test("an entry says which occurrence it replaces, and which days are added and taken out", async () => {
  expect(
    await detailsOf(
      berlin,
      "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260303T100000",
      "RDATE;TZID=Europe/Berlin:20260310T120000,20260311T120000",
      "RDATE;VALUE=PERIOD:20260312T120000Z/PT1H",
      "EXDATE;TZID=Europe/Berlin:20260309T100000",
      "EXRULE:FREQ=WEEKLY;BYDAY=FR",
    ),
  ).toBe(
    [
      "When: 2026-03-02 10:30 (Europe/Berlin)",
      "Replaces: the occurrence of 2026-03-03 10:00 (Europe/Berlin) and all after it",
      "Also on: 2026-03-10 12:00 (Europe/Berlin), 2026-03-11 12:00 (Europe/Berlin), 2026-03-12 12:00 to 13:00 (UTC)",
      "Except: 2026-03-09 10:00 (Europe/Berlin), every week on Friday",
    ].join("\n"),
  );
});

test("busy times have an end, and free times are not busy", async () => {
  const document = await readBytes(
    "BEGIN:VCALENDAR\nBEGIN:VFREEBUSY\nFREEBUSY:20260303T230000Z/PT1H30M\nFREEBUSY:20260304T090000Z/20260304T100000Z\nFREEBUSY;FBTYPE=FREE:20260305T090000Z/P1D\nEND:VFREEBUSY\nEND:VCALENDAR",
    "a.ics",
  );
  expect(outlineOf(document)[1]).toBe(
    "paragraph: Kind: Free and busy times\nBusy: 2026-03-03 23:00 to 2026-03-04 00:30 (UTC); 2026-03-04 09:00 to 10:00 (UTC)\nFree: 2026-03-05 09:00 to 2026-03-06 09:00 (UTC)",
  );
});

test("a line folded between the bytes of a letter is whole in calendars, contacts and invitations", async () => {
  const folded = (line: string) => {
    const bytes = Buffer.from(line);
    const cut = bytes.indexOf(0xc3) + 1;
    return Buffer.concat([bytes.subarray(0, cut), Buffer.from("\r\n "), bytes.subarray(cut)]);
  };
  const calendar = Buffer.concat([
    Buffer.from("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n"),
    folded("SUMMARY:Gespräch"),
    Buffer.from("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
  ]);
  expect((await readBytes(calendar, "a.ics")).text).toContain("Gespräch");
  for (const encoding of ["8bit", "base64"] as const) {
    const head = `From: a@b.c\r\nSubject: S\r\nContent-Type: text/calendar; method=REQUEST\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`;
    const body = encoding === "8bit" ? calendar : Buffer.from(calendar.toString("base64"));
    const mail = await readBytes(Buffer.concat([Buffer.from(head), body]), "a.eml");
    expect(mail.text).toContain("Gespräch");
  }
  const latin = Buffer.concat([
    Buffer.from(
      "From: a@b.c\r\nSubject: S\r\nContent-Type: text/calendar; charset=iso-8859-2\r\n\r\nBEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:",
    ),
    iconv.encode("Řeč", "iso-8859-2"),
    Buffer.from("\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"),
  ]);
  expect((await readBytes(latin, "a.eml")).text).toContain("Řeč");
  const card = Buffer.concat([
    Buffer.from("BEGIN:VCARD\r\n"),
    folded("FN:Jürgen"),
    Buffer.from("\r\nEND:VCARD\r\n"),
  ]);
  expect((await readBytes(card, "a.vcf")).text).toBe("Jürgen");
});
