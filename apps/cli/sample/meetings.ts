import { type SpokenLine, teamsTranscriptDocx } from "./office-files";

type Cue = [speaker: string, said: string];

const WORDS_A_SECOND = 2.6;
const PAUSE_SECONDS = 1.4;

const clara = "Clara Finch";
const jonas = "Jonas Weber";
const mei = "Mei Tanaka";
const tomasz = "Tomasz Król";
const priya = "Priya Nair";

const weekly: Cue[] = [
  [
    clara,
    "Good morning everybody. Four points today, and I would like to be done by half past ten.",
  ],
  [clara, "First the heating. I wrote to Ms Aust this morning, and there is no answer yet."],
  [
    tomasz,
    "The tasting room had 14 degrees on Saturday. We cancelled the course, and all 18 guests have their money back.",
  ],
  [clara, "Thank you for doing that so quickly. How did they take it?"],
  [
    tomasz,
    "Better than I feared. Two of them asked for a voucher instead, and one wanted to know whether we roast in our coats now.",
  ],
  [
    priya,
    "The refund came to €1,170. I booked it under courses, so it shows in the result of the quarter.",
  ],
  [
    jonas,
    "Can we ask the landlord to pay for that? The heating is theirs to repair, it says so in the lease.",
  ],
  [
    clara,
    "I mentioned it in my mail. A credit on the service charges would be fair, but I will not go to court over a course.",
  ],
  [clara, "And who tells the guests about a new date?"],
  [tomasz, "I'll write to all 18 of them by Friday, with two dates to choose from."],
  [clara, "Good. The next point is the exhaust filter. Mei, you had a look at it last week."],
  [
    mei,
    "At full load the filter is at its limit. The pressure behind it falls after four hours, and then I have to stop and wait.",
  ],
  [
    mei,
    "The yearly inspection is in October. Should it fail, the roaster stands still for about a week until the new cartridge is there.",
  ],
  [jonas, "And a week without roasting costs us how much?"],
  [
    mei,
    "About €32,000 in revenue, and the wholesale customers would not wait for us. A second filter costs €6,200.",
  ],
  [priya, "Seen like that, the filter has paid for itself after a day and a half."],
  [tomasz, "Is there room for it next to the first one?"],
  [mei, "There is, the duct was planned for two. The electrician even left a socket there."],
  [
    clara,
    "Then we've decided to order the second exhaust filter, and it goes into the budget of the second quarter.",
  ],
  [jonas, "Agreed. October comes sooner than we think."],
  [clara, "Mei, can you ask the manufacturer for a written quote by the end of the month?"],
  [mei, "Yes, I'll do that. I know the man there."],
  [priya, "Does that come out of the reserve of the move, or is it a new investment?"],
  [clara, "I don't know yet. I have to look at the figures of the quarter first."],
  [
    clara,
    "Next point, the storage room. I signed the Lease amendment No 1 on Tuesday, so K3 is ours from the 1st of April.",
  ],
  [
    mei,
    "The notice for Markkleeberg went out on Thursday, and the last pallets come over on the Saturday before Easter.",
  ],
  [tomasz, "Who drives? The van is booked for the market in Connewitz that day."],
  [mei, "I asked the cooperative, they lend us theirs for the price of the diesel."],
  [
    jonas,
    "The floor of K3 is raw concrete, and it makes dust. It needs two coats of paint before the first pallet stands there.",
  ],
  [
    mei,
    "And the sacks have to stand ten centimetres above it, that is what the amendment asks for.",
  ],
  [jonas, "Then I'll buy the paint and the pallets by the 20th of March."],
  [clara, "Thank you. Keep the receipt, please, last time we looked for it for an hour."],
  [clara, "The last point is the house-warming. How many are we now?"],
  [
    jonas,
    "46 people have said yes, five more than last week. The mayor's office has declined with a very kind letter.",
  ],
  [
    tomasz,
    "I have two offers for the catering. The one from Plagwitz is €840 with drinks, the other one is €1,050 without.",
  ],
  [priya, "Is the one from Plagwitz vegetarian? Half of the office is."],
  [tomasz, "There is one dish with fish, and all the rest is without meat."],
  [clara, "That is below our €900. Let's go with the caterer from Plagwitz."],
  [tomasz, "Perfect, they also bring their own plates and take them home dirty."],
  [jonas, "With 46 guests and a band it gets loud in the courtyard."],
  [clara, "Somebody should inform the neighbours by the 25th of March."],
  [clara, "That is all from me. Thank you, we meet again next Monday at ten."],
];

/** A weekly meeting as Teams writes it. */
export const weeklyVtt = `WEBVTT

${timed(weekly)
  .map(
    ({ from, to, speaker, said }, index) =>
      `7b1f0c2e-5d0a-4c51-9a3e-2f64d1c08e11/${index + 4}-0
${clock(from)} --> ${clock(to)}
<v ${speaker}>${said}</v>`,
  )
  .join("\n\n")}
`;

const keyAccounts: Cue[] = [
  [
    jonas,
    "Guten Tag zusammen. Heute geht es um die Kantine Südplatz, um das Hotel Elsterblick und um die Preise ab Mai.",
  ],
  [
    tomasz,
    "Die Kantine hat am 5. März nach einem Preis für 60 Kilo im Monat gefragt, und das Ticket ist immer noch offen.",
  ],
  [jonas, "Das ist eine Woche her. Was sagt die Rösterei dazu?"],
  [
    mei,
    "60 Kilo im Monat, das ist eine Röstung mehr in der Woche. Von der Menge her schaffen wir das.",
  ],
  [
    mei,
    "Die wollen eine dunkle Mischung für den Vollautomaten, da kann ich den Huila mit dem Sidama verschneiden.",
  ],
  [
    priya,
    "Unter 17,50 Euro das Kilo verdienen wir daran aber nichts, so teuer wie der Rohkaffee gerade ist.",
  ],
  [tomasz, "Der Röster aus Halle liegt bei 19 Euro, das hat mir der Küchenchef verraten."],
  [
    jonas,
    "Dann schlage ich vor, dass wir der Kantine 18,40 Euro das Kilo anbieten, bei einem Vertrag über zwölf Monate.",
  ],
  [priya, "Einverstanden, das rechnet sich."],
  [mei, "Von mir aus auch."],
  [tomasz, "Dann schicke ich der Kantine Südplatz bis nächsten Mittwoch das Angebot."],
  [jonas, "Sehr gut. Kommen wir zum Hotel Elsterblick."],
  [
    tomasz,
    "Die Espressomaschine dort hat gestern wieder den Fehler beim Entkalken gezeigt, das zweite Mal in vier Wochen.",
  ],
  [
    tomasz,
    "Im Februar war es der Mahlgrad, das war unser Fehler, aber das hier ist etwas anderes.",
  ],
  [mei, "Das ist das harte Wasser in Connewitz, mit der Maschine hat das nichts zu tun."],
  [
    jonas,
    "Die Maschine steht im Frühstücksraum, und am Wochenende ist das Haus voll. Wer kann hinfahren?",
  ],
  [tomasz, "Ich bin ab morgen auf der Messe in Dresden."],
  [jonas, "Mei, kannst du das am Montag vor Ort prüfen?"],
  [mei, "Ja, mache ich. Vormittags kommt der Heizungsmonteur, danach fahre ich los."],
  [priya, "Und wer bezahlt den Wasserfilter, das Hotel oder wir?"],
  [tomasz, "Gute Frage, das müssen wir noch klären."],
  [jonas, "Nächster Punkt, die Preise ab Mai."],
  [
    priya,
    "Der Rohkaffee kostet gut 16 Prozent mehr als vor einem Jahr, und die Fracht ist noch gar nicht dabei.",
  ],
  [priya, "Wir sollten die Preise im Onlineshop zum 1. Mai um fünf Prozent anheben."],
  [
    tomasz,
    "Ja, das verstehen die Kunden. Die anderen Röstereien haben es schon im Januar gemacht.",
  ],
  [mei, "Die Abos würde ich aber in Ruhe lassen, sonst kündigen uns die treuesten."],
  [jonas, "Wie viele Abos sind das inzwischen?"],
  [priya, "214, und jedes bringt im Schnitt 31 Euro im Monat."],
  [
    jonas,
    "Gut, so machen wir das. Der Onlineshop wird teurer, und die Abos bleiben bis Ende August beim alten Preis.",
  ],
  [tomasz, "Einverstanden. Das schreiben wir dann auch so in den Newsletter."],
  [priya, "Ich rechne die neue Preisliste bis Ende März durch."],
  [jonas, "Wunderbar, danke euch. Wir sehen uns am nächsten Donnerstag wieder."],
];

/** A meeting in German as Teams exports it to Word. */
export const keyAccountsDocx = () =>
  teamsTranscriptDocx({
    title: "Besprechung Großkunden-20260312_140012-Besprechungstranskript",
    day: "12. März 2026, 14:00",
    lasted: "5m 2s",
    lines: timed(keyAccounts).map(({ from, speaker, said }): SpokenLine => {
      const seconds = Math.round(from);
      const rest = String(seconds % 60).padStart(2, "0");
      return [speaker, `${Math.floor(seconds / 60)}:${rest}`, said];
    }),
  });

/** A review as Google Meet writes it. */
export const reviewMeet = `Quarterly review (2026-04-22 14:00 GMT+2) - Transcript

Attendees
Clara Finch, Jonas Weber, Mei Tanaka, Priya Nair

Transcript

Clara Finch: Thank you all for coming. You have read the Quarterly report Q1 2026, so I keep this short. Revenue is up by 12 percent, and the profit is lower because of the move.
Priya Nair: Without the one-off costs of the move it would have been €51,700, which is the best first quarter that we ever had.
Jonas Weber: Courses and tastings are the only ones that fell. That was the cold tasting room in March.
Mei Tanaka: And the wholesale customers took everything that we roasted in advance. I did not think that 600 kilograms would be gone by the end of February.
Priya Nair: Green coffee is the line that worries me. It is at €6.85 a kilogram, and only two thirds of what we need this year are under contract.
Clara Finch: I am very happy with that result all the same. Fourteen people, a new house, and five days without roasting.
Jonas Weber: The new prices in the shop start next week. Priya's list is online already, with the old prices for the subscriptions.
Clara Finch: Let's turn to the exhaust filter. In March we wanted a second one, and Mei now has the quote.
Mei Tanaka: With installation it is €7,900 and not €6,200. The manufacturer also says that a thorough cleaning in September gets us through the inspection.
Jonas Weber: What does the cleaning cost?
Mei Tanaka: It is €480, and half a day without roasting.
Priya Nair: Then the second filter is hard to defend. €7,900 is more than a quarter of what we earned in these three months.
Jonas Weber: And if the inspection fails in spite of the cleaning?
Mei Tanaka: Then they lend us a cartridge for a week. I have that in writing.
Clara Finch: Then we've decided not to order the second exhaust filter this year, and we have the old one cleaned in September.
Jonas Weber: Agreed, that is the better use of the money.

00:05:00

Mei Tanaka: I'll book the cleaning with the manufacturer by May 15.
Clara Finch: Jonas, could you update the project plan so that it says cleaning before the inspection?
Jonas Weber: Sure, I'll do that by Friday.
Clara Finch: Next topic, the lease. We have to give notice by the end of June next year, should we ever want to leave.
Jonas Weber: I looked it up. In the Lease Karl-Heine-Straße 85 it is clause 3.2, and without a notice it goes on for another year.
Mei Tanaka: I would not want to move the roaster a second time. With K3 in the basement we finally have the room that we need, and it is dry.
Priya Nair: K3 saves us €150 a month against Markkleeberg, and Mei's fuel.
Clara Finch: Nobody wants to leave. But I would like to know the price before I am asked to sign for longer.
Clara Finch: I'll ask Ms Aust for her terms by the end of May.
Priya Nair: Do we know whether the rent stays the same after 2027?
Clara Finch: It's hard to say. Clause 4.4 only promises it until January 1, 2028.
Jonas Weber: One more thing, the gift vouchers in the online shop still fail at checkout. That ticket has been open since February.
Clara Finch: That is embarrassing, people want to give us money. Who looks after it?
Jonas Weber: Tomasz will call the developers of the shop on Friday, he has promised me that.
Priya Nair: There are 31 vouchers that nobody could use so far, I counted them for the report.
Clara Finch: Then let's meet again on July 20, when the second quarter is closed. Thank you all.

Transcription ended after 00:11:42

This editable transcript was computer generated and might contain errors. People can also change the text after it was created.
`;

/** Returns cues with the time that their words take to say. */
function timed(cues: readonly Cue[]) {
  let at = 2.24;
  return cues.map(([speaker, said]) => {
    const from = at;
    const to = from + said.split(" ").length / WORDS_A_SECOND;
    at = to + PAUSE_SECONDS;
    return { from, to, speaker, said };
  });
}

function clock(seconds: number): string {
  return new Date(Math.round(seconds * 1_000)).toISOString().slice(11, 23);
}
