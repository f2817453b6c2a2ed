import { fold } from "./words";

const quarters: [number: number, says: RegExp][] = [
  [
    1,
    /\b(?:q1|1st quarter|first quarter|erste[ns]? quartals?|1\. quartal|premier trimestre|primer trimestre)\b/,
  ],
  [
    2,
    /\b(?:q2|2nd quarter|second quarter|zweite[ns]? quartals?|2\. quartal|deuxieme trimestre|segundo trimestre)\b/,
  ],
  [
    3,
    /\b(?:q3|3rd quarter|third quarter|dritte[ns]? quartals?|3\. quartal|troisieme trimestre|tercer trimestre)\b/,
  ],
  [
    4,
    /\b(?:q4|4th quarter|fourth quarter|vierte[ns]? quartals?|4\. quartal|quatrieme trimestre|cuarto trimestre)\b/,
  ],
];

function periodsIn(text: string): string[] {
  const folded = fold(text);
  const years = folded.match(/\b(?:19|20)\d{2}\b/g) ?? [];
  return [
    ...years,
    ...quarters.flatMap(([number, says]) => (says.test(folded) ? [`q${number}`] : [])),
  ];
}

/** Returns whether a question names a year or a quarter. */
export function namesPeriod(question: string): boolean {
  return periodsIn(question).length > 0;
}

/** Returns whether passages, with their headings and titles, name every year and quarter of a question: what is said of another is no answer. */
export function isOfPeriod(
  question: string,
  passages: readonly { text: string; title: string; headingPath: readonly string[] }[],
): boolean {
  const asked = periodsIn(question);
  return (
    asked.length === 0 ||
    passages.some((passage) => {
      const said = new Set(
        periodsIn([passage.title, ...passage.headingPath, passage.text].join(" ")),
      );
      return asked.every((period) => said.has(period));
    })
  );
}
