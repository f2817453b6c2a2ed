import { readFile } from "node:fs/promises";
import { utils, write } from "cfb";
import iconv from "iconv-lite";
import { describe, expect, test } from "vitest";
import { aSignedFile } from "../../../test/a-signed-file";
import { outlineOf, readBytes } from "../../../test/read-bytes";

const mail = (headers: string[], body: string) =>
  ["From: ann@example.com", "To: bo@example.com", "Subject: S", ...headers, "", body].join("\r\n");

describe("mail", () => {
  test("keeps the ids by which messages form a thread", async () => {
    const { metadata } = await readBytes(
      mail(
        [
          "Cc: Cy <cy@example.com>",
          "Message-ID: <3@x>",
          "In-Reply-To: <2@x>",
          "References: <1@x>\r\n <2@x>",
        ],
        "Hi",
      ),
      "a.eml",
    );
    expect(metadata).toMatchObject({
      cc: ["Cy <cy@example.com>"],
      messageId: "3@x",
      inReplyTo: "2@x",
      references: ["1@x", "2@x"],
    });
  });

  test("sets apart what it quotes, by its depth", async () => {
    const plain = await readBytes(
      mail([], "Yes.\r\n\r\nBo wrote:\r\n> Shall we?\r\n>> Earlier\r\n"),
      "a.eml",
    );
    expect(outlineOf(plain).slice(2)).toEqual([
      "paragraph: Yes.",
      "paragraph: Bo wrote:",
      "quotation1: Shall we?",
      "quotation2: Earlier",
    ]);
    const html = await readBytes(
      mail(
        ["Content-Type: text/html"],
        "<p>Yes.</p><blockquote><p>Shall we?</p><blockquote>Earlier</blockquote></blockquote>",
      ),
      "a.eml",
    );
    expect(outlineOf(html).slice(2)).toEqual([
      "paragraph: Yes.",
      "quotation1: Shall we?",
      "quotation2: Earlier",
    ]);
  });

  test("is read in its better body, never in both", async () => {
    const both = (html: string) =>
      mail(
        ['Content-Type: multipart/alternative; boundary="b"'],
        `--b\r\nContent-Type: text/plain\r\n\r\nThe contract ends in May.\r\n--b\r\nContent-Type: text/html\r\n\r\n${html}\r\n--b--`,
      );
    const rich = await readBytes(both("<p>The <b>contract</b> ends in May.</p>"), "a.eml");
    expect(rich.text.match(/contract/g)).toHaveLength(1);
    const empty = await readBytes(both("<p>-</p>"), "a.eml");
    expect(empty.text).toContain("The contract ends in May.");
  });

  test("without a charset, or with a wrong one, is read by its bytes", async () => {
    const bytes = (charset: string, text: Buffer) =>
      Buffer.concat([
        Buffer.from(
          mail([`Content-Type: text/plain${charset}`, "Content-Transfer-Encoding: 8bit"], ""),
        ),
        text,
      ]);
    const german = Buffer.from("Die Grüße gehen an alle Mitglieder der Straße.", "latin1");
    for (const charset of ["", "; charset=utf-8"])
      expect((await readBytes(bytes(charset, german), "a.eml")).text).toContain("Grüße");
    const utf8 = Buffer.from("Die Grüße gehen an alle Mitglieder der Straße.");
    expect((await readBytes(bytes("; charset=iso-8859-1", utf8), "a.eml")).text).toContain("Grüße");
  });

  test("tells pictures in the text from attachments, and says an invitation in words", async () => {
    const body = [
      "--b\r\nContent-Type: text/html\r\n\r\n<p>Come</p><img src='cid:p@x'>",
      `--b\r\nContent-Type: image/png\r\nContent-ID: <p@x>\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.alloc(6_000, 1).toString("base64")}`,
      "--b\r\nContent-Type: application/pdf; name=a.pdf\r\nContent-Disposition: attachment\r\n\r\n%PDF-1.4",
      "--b\r\nContent-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nBEGIN:VEVENT\r\nSUMMARY:Lunch\r\nDTSTART:20260303T120000Z\r\nEND:VEVENT\r\nEND:VCALENDAR",
      "--b--",
    ].join("\r\n");
    const document = await readBytes(
      mail(['Content-Type: multipart/mixed; boundary="b"'], body),
      "a.eml",
    );
    expect(
      document.attachments.map(({ fileName, isInline }) => [fileName, isInline ?? false]),
    ).toEqual([
      ["attachment-1", true],
      ["a.pdf", false],
    ]);
    expect(outlineOf(document).slice(-2)).toEqual([
      "heading2: Lunch",
      "paragraph: Kind: Invitation\nWhen: 2026-03-03 12:00 (UTC)",
    ]);
  });
});

test("a file written into the text of a mail is taken out of it", async () => {
  const document = await readBytes(
    mail([], "See below.\r\nbegin 644 cat.txt\r\n#0V%T\r\n`\r\nend\r\nBegin well."),
    "a.eml",
  );
  expect(document.attachments.map(({ fileName, size }) => [fileName, size])).toEqual([
    ["cat.txt", 3],
  ]);
  expect(document.text).toContain("See below.\nBegin well.");
});

test("a mailbox is a page for each message, and its escaped lines are told as written", async () => {
  const message = (subject: string, body: string) =>
    `From ann@example.com Tue Mar  3 10:00:00 2026\nFrom: ann@example.com\nSubject: ${subject}\n\n${body}\n\n`;
  const document = await readBytes(
    message("One", "From here on all is well.\n>From there too.") + message("Two", "Second"),
    "mail",
  );
  expect(document.format).toBe("mbox");
  expect(document.pages.map(({ label }) => label)).toEqual(["One", "Two"]);
  expect(document.text).toContain("From here on all is well.\nFrom there too.");
  expect(document.outline).toEqual([
    { title: "One", level: 1, page: 1 },
    { title: "Two", level: 1, page: 2 },
  ]);
});

describe("a calendar", () => {
  test("says when, how often, where and who", async () => {
    const document = await readBytes(
      [
        "BEGIN:VCALENDAR",
        "X-WR-CALNAME:Team",
        "BEGIN:VEVENT",
        "SUMMARY:Weekly\\, with",
        "  cake",
        "DTSTART;TZID=Europe/Berlin:20260303T100000",
        "DTEND;TZID=Europe/Berlin:20260303T113000",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=10",
        "LOCATION:Room 5",
        "ORGANIZER;CN=Ann:mailto:ann@example.com",
        'ATTENDEE;CN="Berg: Bo";PARTSTAT=ACCEPTED;ROLE=OPT-PARTICIPANT:mailto:bo@example.com',
        "STATUS:CONFIRMED",
        "DESCRIPTION:First\\n\\nSecond",
        "END:VEVENT",
        "BEGIN:VTODO",
        "SUMMARY:Buy cake",
        "DUE;VALUE=DATE:20260302",
        "END:VTODO",
        "END:VCALENDAR",
      ].join("\r\n"),
      "a.ics",
    );
    expect(outlineOf(document)).toEqual([
      "title: Team",
      "heading2: Weekly, with cake",
      "paragraph: When: 2026-03-03 10:00 to 11:30 (Europe/Berlin)\nRepeats: every 2 weeks on Monday and Friday, 10 times\nWhere: Room 5\nOrganiser: Ann <ann@example.com>\nAttendees: Berg: Bo <bo@example.com> (optional, accepted)\nStatus: confirmed",
      "paragraph: First",
      "paragraph: Second",
      "heading2: Buy cake",
      "paragraph: Kind: Task\nDue: 2026-03-02",
    ]);
  });

  test("broken in places is read in the others", async () => {
    const document = await readBytes(
      "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:One\nno sense\nDTSTART:soon\nBEGIN:VALARM\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Two\nDTSTART;VALUE=DATE:20260301\nDTEND;VALUE=DATE:20260303\nRRULE:never",
      "a.ics",
    );
    expect(outlineOf(document)).toEqual([
      "heading2: One no sense",
      "paragraph: When: soon",
      "heading2: Two",
      "paragraph: When: 2026-03-01 to 2026-03-02\nRepeats: never",
    ]);
  });
});

test("contact cards say who is reached where", async () => {
  const document = await readBytes(
    "BEGIN:VCARD\nVERSION:3.0\nFN:Ann Berg\nitem1.EMAIL;TYPE=work:ann@example.com\nADR:;;Street 1;Town\nEND:VCARD\n",
    "a.vcf",
  );
  expect(outlineOf(document)).toEqual([
    "heading2: Ann Berg",
    "paragraph: Email: ann@example.com\nAddress: Street 1, Town",
  ]);
});

describe("a thread", () => {
  const header = "From: Bo Lind <bo@example.com>\nSent: Monday\nTo: Ann\nSubject: Price";

  test.each([
    ["Outlook", header],
    ["Outlook in German", "Von: Bo Lind\nGesendet: Montag\nAn: Ann\nBetreff: Preis"],
    ["a line above", `-----Original Message-----\n${header}`],
  ])("in plain text as %s writes it keeps new words apart", async (_, above) => {
    const document = await readBytes(
      mail([], `I agree.\n\n${above}\n\nWould 900 do?\n\n${header}\n\nOldest words.`),
      "a.eml",
    );
    const outline = outlineOf(document).slice(2);
    expect(outline[0]).toBe("paragraph: I agree.");
    expect(outline[1]).toMatch(/^quotation1: /);
    expect(outline).toContain("quotation1: Would 900 do?");
    expect(outline.at(-1)).toBe("quotation2: Oldest words.");
    expect(outline).toHaveLength(5);
  });

  test("is known by the line that says who wrote, with marks or without", async () => {
    const written = "On Mon, 2 Mar 2026 at 10:00, Bo <bo@example.com> wrote:";
    const bare = await readBytes(mail([], `Yes.\n\n${written}\n\nShall we?`), "a.eml");
    expect(outlineOf(bare).slice(2)).toEqual([
      "paragraph: Yes.",
      `paragraph: ${written}`,
      "quotation1: Shall we?",
    ]);
    const below = await readBytes(mail([], `${written}\n> Shall we?\n\nYes.`), "a.eml");
    expect(outlineOf(below).slice(2)).toEqual([
      `paragraph: ${written}`,
      "quotation1: Shall we?",
      "paragraph: Yes.",
    ]);
  });

  const html = (body: string) => readBytes(mail(["Content-Type: text/html"], body), "a.eml");

  test("in HTML is known by the marks of mail programs and by headers that people see", async () => {
    const rows = "<b>From:</b> Bo<br><b>Sent:</b> Monday<br><b>Subject:</b> Price";
    for (const above of [
      `<div id="appendonsend"></div><hr><div id="divRplyFwdMsg">${rows}</div>`,
      `<div><div style="border-top:solid #E1E1E1 1.0pt"><p>${rows}</p></div></div>`,
      `<p>-----Original Message-----</p><p>${rows}</p>`,
      "<p><b>From:</b> Bo</p><p><b>Sent:</b> Monday</p><p><b>Subject:</b> Price</p>",
      '<div class="yahoo_quoted"><p>On Monday, Bo wrote:</p></div>',
    ]) {
      const document = await html(
        `<div><p>I agree.</p>${above}<h2>Offer</h2><p>Would 900 do?</p><blockquote>Older</blockquote></div>`,
      );
      const outline = outlineOf(document).slice(2);
      expect(outline[0], above).toBe("paragraph: I agree.");
      expect(outline.slice(-3), above).toEqual([
        "quotation1: Offer",
        "quotation1: Would 900 do?",
        "quotation2: Older",
      ]);
    }
  });

  test("is not seen in a ticket or in a letter that names a sender", async () => {
    const ticket = "<p>From: Berlin<br>To: Paris<br>Date: 3 March</p><p>Seat 4</p>";
    expect(outlineOf(await html(ticket)).slice(2)).toEqual([
      "paragraph: From: Berlin\nTo: Paris\nDate: 3 March",
      "paragraph: Seat 4",
    ]);
  });
});

describe("flowed text", () => {
  const flowed = (body: string, more = "") =>
    readBytes(mail([`Content-Type: text/plain; format=flowed${more}`], body), "a.eml");

  test("joins its lines within a depth of quotation, and leaves the signature alone", async () => {
    const document = await flowed(
      "A flowed \nline.\n> quoted \n> on\n>> deeper \nNew\n-- \nAnn\nLtd",
    );
    expect(outlineOf(document).slice(2)).toEqual([
      "paragraph: A flowed line.",
      "quotation1: quoted on",
      "quotation2: deeper",
      "paragraph: New\n-- \nAnn\nLtd",
    ]);
  });

  test("loses the space before the break where the mail says so, and the space before the line", async () => {
    const document = await flowed("Donau \ndampfer.\n From here.", "; delsp=yes");
    expect(document.text).toContain("Donaudampfer.\nFrom here.");
  });

  test("keeps the word in the text and in the mails inside", async () => {
    const inner = "From: a@b.c\nSubject: I\nContent-Type: text/plain; format=flowed\n\nx";
    const body = `--b\nContent-Type: text/plain; format=flowed\n\nSay format=flowed.\n--b\nContent-Type: message/rfc822\n\n${inner}\n--b--`;
    let kept = "";
    const document = await readBytes(
      mail(["Content-Type: multipart/mixed; boundary=b"], body),
      "a.eml",
      {
        keep: async ({ attachments: [attachment] }) => {
          kept = await readFile(attachment?.path ?? "", "utf8");
        },
      },
    );
    expect(document.text).toContain("Say format=flowed.");
    expect(kept).toContain("format=flowed");
  });
});

test("a word that was cut inside a letter is whole in subjects, names and file names", async () => {
  const document = await readBytes(
    [
      "From: =?utf-8?Q?Ann_=C3?= =?utf-8?Q?=9Cber?= <ann@example.com>",
      "Subject: =?utf-8?B?ww==?=\r\n =?UTF-8?Q?=9Cberweisung?=",
      "Content-Type: multipart/mixed; boundary=b\r\n",
      '--b\r\nContent-Type: text/plain; name="=?utf-8?B?w7xiw==?=\r\n =?utf-8?B?nC50eHQ=?="\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--',
    ].join("\r\n"),
    "a.eml",
  );
  expect(document.metadata).toMatchObject({
    subject: "Überweisung",
    from: "Ann Über <ann@example.com>",
  });
});

test.each([
  ["Tue, 03 Mar 2026 23:30:00 -0500 (EST)", "2026-03-03T23:30:00-05:00"],
  ["3 Mar 2026 23:30:00 +0530", "2026-03-03T23:30:00+05:30"],
  ["Tue, 03 Mar 2026 23:30:00 PST", "2026-03-03T23:30:00-08:00"],
  ["Tue, 03 Mar 2026 23:30:00 GMT", "2026-03-03T23:30:00.000Z"],
])("a mail keeps the day and the zone of its own date: %s", async (date, sentAt) => {
  const document = await readBytes(mail([`Date: ${date}`], "x"), "a.eml");
  expect(document.metadata.sentAt).toBe(sentAt);
  expect(document.text).toContain(`Date: ${sentAt}`);
});

describe("an Outlook message", () => {
  test.each([
    [
      "as one block",
      aSignedFile("Content-Type: text/plain\r\n\r\nThe rent is due."),
      "application/pkcs7-mime",
    ],
    [
      "beside its signature",
      Buffer.from(
        `Content-Type: multipart/signed; boundary=s\r\n\r\n--s\r\nContent-Type: text/plain\r\n\r\nThe rent is due.\r\n--s\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\nContent-Transfer-Encoding: base64\r\n\r\n${aSignedFile(null).toString("base64")}\r\n--s--`,
      ),
      "multipart/signed",
    ],
  ])("that is signed %s is opened", async (_, bytes, mediaType) => {
    const attachment = { name: "smime.p7m", bytes, mediaType };
    const document = await readBytes(
      outlook({ "0037001F": "S", "001A001F": "IPM.Note.SMIME" }, {}, [], attachment),
      "a.msg",
    );
    expect(document.text).toContain("The rent is due.");
    expect(document.text).toContain("Signed by: Ada Brightwater");
    expect(document.attachments).toEqual([]);
  });

  test("has the zone of the header in which it was sent", async () => {
    const { metadata } = await readBytes(
      outlook({ "0037001F": "S", "007D001F": "Date: Tue, 3 Mar 2026 23:30:00 -0500\r\n" }),
      "a.msg",
    );
    expect(metadata.sentAt).toBe("2026-03-03T23:30:00-05:00");
  });

  test.each([
    ["its locale", [[0x3ff10003, 1031]], "windows-1252", "Größe"],
    ["its locale in Russian", [[0x3ff10003, 1049]], "windows-1251", "Цена"],
    [
      "its code page before its locale",
      [
        [0x3ffd0003, 1250],
        [0x3ff10003, 1031],
      ],
      "windows-1250",
      "Łódź",
    ],
    ["its bytes where they are UTF-8", [[0x3ffd0003, 1252]], "utf-8", "Größe"],
  ] as const)("without Unicode is read by %s", async (_, numbers, charset, subject) => {
    const bytes = outlook({}, { "0037001E": iconv.encode(subject, charset) }, numbers);
    expect((await readBytes(bytes, "a.msg")).metadata.subject).toBe(subject);
  });

  test("says who wrote what to whom, with its files", async () => {
    const document = await readBytes(
      outlook({
        "0037001F": "Rent",
        "0C1A001F": "Ann",
        "5D01001F": "ann@example.com",
        "1000001F": "The rent is due.",
        "1035001F": "<1@x>",
        "007D001F": "In-Reply-To: <0@x>\r\nDate: Tue, 3 Mar 2026 10:00:00 +0000\r\n",
      }),
      "a.msg",
    );
    expect(document.metadata).toMatchObject({
      title: "Rent",
      from: "Ann <ann@example.com>",
      to: ["Bo <bo@example.com>"],
      messageId: "1@x",
      inReplyTo: "0@x",
    });
    expect(document.text).toContain("The rent is due.");
    expect(document.attachments.map(({ fileName, size }) => [fileName, size])).toEqual([
      ["note.txt", 5],
    ]);
  });

  test("is read where its only body is RTF around HTML", async () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 {\\*\\htmltag64 <p>}The rent is due.{\\*\\htmltag72 </p>}}";
    const document = await readBytes(
      outlook({ "0037001F": "Rent" }, { "10090102": uncompressed(rtf) }),
      "a.msg",
    );
    expect(document.text).toContain("The rent is due.");
  });
});

test("an Outlook message whose only body is broken says so", async () => {
  const { warnings } = await readBytes(
    outlook({ "0037001F": "Rent" }, { "10090102": Buffer.alloc(64, 1) }),
    "a.msg",
  );
  expect(warnings).toEqual(["The body of the message is damaged or too large, and was left out."]);
});

/** Returns compressed RTF in its uncompressed form ([MS-OXRTFCP] 2.1.3.1). */
function uncompressed(rtf: string): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32LE(rtf.length + 12, 0);
  header.writeUInt32LE(rtf.length, 4);
  header.write("MELA", 8, "latin1");
  return Buffer.concat([header, Buffer.from(rtf, "latin1")]);
}

function outlook(
  texts: Record<string, string>,
  binaries: Record<string, Buffer> = {},
  numbers: readonly (readonly [tag: number, value: number])[] = [],
  file: { name: string; bytes: Buffer; mediaType: string } = {
    name: "note.txt",
    bytes: Buffer.from("hello"),
    mediaType: "text/plain",
  },
): Buffer {
  const container = utils.cfb_new();
  const add = (folder: string, name: string, content: Buffer) =>
    utils.cfb_add(container, `/${folder}__substg1.0_${name}`, content);
  const properties = (
    header: number,
    entries: readonly (readonly [tag: number, value: number])[],
  ) =>
    Buffer.concat([
      Buffer.alloc(header),
      ...entries.map(([tag, value]) => {
        const entry = Buffer.alloc(16);
        entry.writeUInt32LE(tag, 0);
        entry.writeUInt32LE(6, 4);
        entry.writeUInt32LE(value, 8);
        return entry;
      }),
    ]);
  utils.cfb_add(container, "/__properties_version1.0", properties(32, numbers));
  for (const [tag, text] of Object.entries(texts)) add("", tag, Buffer.from(text, "utf16le"));
  for (const [tag, bytes] of Object.entries(binaries)) add("", tag, bytes);
  const recipient = "__recip_version1.0_#00000000/";
  utils.cfb_add(
    container,
    `/${recipient}__properties_version1.0`,
    properties(8, [[0x0c150003, 1]]),
  );
  add(recipient, "3001001F", Buffer.from("Bo", "utf16le"));
  add(recipient, "39FE001F", Buffer.from("bo@example.com", "utf16le"));
  const attachment = "__attach_version1.0_#00000000/";
  utils.cfb_add(
    container,
    `/${attachment}__properties_version1.0`,
    properties(8, [[0x37050003, 1]]),
  );
  add(attachment, "3707001F", Buffer.from(file.name, "utf16le"));
  add(attachment, "370E001F", Buffer.from(file.mediaType, "utf16le"));
  add(attachment, "37010102", file.bytes);
  return Buffer.from(new Uint8Array(cfbBytes(container)));
}

function cfbBytes(container: ReturnType<typeof utils.cfb_new>): Uint8Array {
  return Uint8Array.from(write(container, { type: "buffer" }));
}

test("winmail.dat gives its text and the files in it back", async () => {
  const attribute = (level: number, id: number, data: Buffer) => {
    const head = Buffer.alloc(9);
    head.writeUInt8(level, 0);
    head.writeUInt16LE(id, 1);
    head.writeUInt16LE(6, 3);
    head.writeUInt32LE(data.length, 5);
    return Buffer.concat([head, data, Buffer.alloc(2)]);
  };
  const tnef = Buffer.concat([
    Buffer.from("789f3e220100", "hex"),
    attribute(1, 0x8004, Buffer.from("Rent\0")),
    attribute(1, 0x800c, Buffer.from("The rent is due.\0")),
    attribute(2, 0x9002, Buffer.alloc(14)),
    attribute(2, 0x8010, Buffer.from("a.txt\0")),
    attribute(2, 0x800f, Buffer.from("hello")),
  ]);
  const own = await readBytes(tnef, "winmail.dat");
  expect(own.text).toContain("The rent is due.");
  const wrapped = mail(
    ['Content-Type: multipart/mixed; boundary="b"'],
    `--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${tnef.toString("base64")}\r\n--b--`,
  );
  const document = await readBytes(wrapped, "a.eml");
  expect(document.text).toContain("The rent is due.");
  expect(document.attachments.map(({ fileName }) => fileName)).toEqual(["a.txt"]);
});

test("winmail.dat with a body in RTF alone gives the words of the body", async () => {
  const rtf = uncompressed("{\\rtf1\\ansi The rope was delivered.\\par Please pay.}");
  const property = Buffer.alloc(16);
  property.writeUInt32LE(1, 0);
  property.writeUInt32LE(0x10090102, 4);
  property.writeUInt32LE(1, 8);
  property.writeUInt32LE(rtf.length, 12);
  const padding = Buffer.alloc((4 - (rtf.length % 4)) % 4);
  const data = Buffer.concat([property, rtf, padding]);
  const head = Buffer.alloc(9);
  head.writeUInt8(1, 0);
  head.writeUInt16LE(0x9003, 1);
  head.writeUInt16LE(6, 3);
  head.writeUInt32LE(data.length, 5);
  const tnef = Buffer.concat([Buffer.from("789f3e220100", "hex"), head, data, Buffer.alloc(2)]);
  expect((await readBytes(tnef, "winmail.dat")).text).toContain("The rope was delivered.");
  const wrapped = mail(
    ["Content-Type: application/ms-tnef; name=winmail.dat", "Content-Transfer-Encoding: base64"],
    tnef.toString("base64"),
  );
  const { text, attachments } = await readBytes(wrapped, "a.eml");
  expect(text).toContain("Please pay.");
  expect(attachments).toEqual([]);
  const beside = async (body: string) => {
    const message = mail(
      ['Content-Type: multipart/mixed; boundary="b"'],
      `--b\r\nContent-Type: text/plain\r\n\r\n${body}\r\n--b\r\nContent-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\n${tnef.toString("base64")}\r\n--b--`,
    );
    return (await readBytes(message, "a.eml")).text;
  };
  expect(await beside("See below.")).toMatch(/See below\.[\s\S]*The rope was delivered\./);
  const once = await beside("The rope was delivered.\r\nPlease pay.");
  expect(once.match(/rope/g)).toHaveLength(1);
});
