/** Returns a count in the number format of a list: decimal, roman, letters, ordinals. Unknown formats are decimal. */
export function numeral(count: number, format: string): string {
  switch (format) {
    case "none":
      return "";
    case "lowerLetter":
      return letters(count);
    case "upperLetter":
      return letters(count).toUpperCase();
    case "lowerRoman":
      return roman(count);
    case "upperRoman":
      return roman(count).toUpperCase();
    case "decimalZero":
      return String(count).padStart(2, "0");
    case "ordinal":
      return `${count}${ordinalEnding(count)}`;
    case "decimalEnclosedParen":
      return `(${count})`;
    case "decimalEnclosedFullstop":
      return `${count}.`;
    case "decimalEnclosedCircle":
    case "decimalEnclosedCircleChinese":
      return count >= 1 && count <= 20 ? String.fromCodePoint(0x245f + count) : String(count);
    case "numberInDash":
      return `- ${count} -`;
    case "chineseCounting":
    case "chineseCountingThousand":
    case "ideographDigital":
    case "japaneseCounting":
    case "taiwaneseCountingThousand":
    case "taiwaneseCounting":
      return chinese(count);
    case "russianLower":
      return nth("абвгдежзиклмнопрстуфхцчшщыэюя", count);
    case "russianUpper":
      return nth("АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ", count);
    default:
      return String(count);
  }
}

/** Returns a to z, then aa, bb. */
function letters(count: number): string {
  return nth("abcdefghijklmnopqrstuvwxyz", count);
}

function nth(alphabet: string, count: number): string {
  if (count < 1) return String(count);
  const letter = alphabet[(count - 1) % alphabet.length] ?? "";
  return letter.repeat(Math.min(20, 1 + Math.floor((count - 1) / alphabet.length)));
}

const romans: [number, string][] = [
  [1000, "m"],
  [900, "cm"],
  [500, "d"],
  [400, "cd"],
  [100, "c"],
  [90, "xc"],
  [50, "l"],
  [40, "xl"],
  [10, "x"],
  [9, "ix"],
  [5, "v"],
  [4, "iv"],
  [1, "i"],
];

function roman(count: number): string {
  if (count < 1 || count > 4_999) return String(count);
  let rest = count;
  let text = "";
  for (const [value, sign] of romans) for (; rest >= value; rest -= value) text += sign;
  return text;
}

function ordinalEnding(count: number): string {
  if (count % 100 >= 11 && count % 100 <= 13) return "th";
  return ["th", "st", "nd", "rd"][count % 10] ?? "th";
}

const digits = "零一二三四五六七八九";

function chinese(count: number): string {
  if (count < 0 || count > 99) return String(count);
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const last = ones > 0 || count === 0 ? (digits[ones] ?? "") : "";
  if (tens === 0) return last;
  return `${tens > 1 ? (digits[tens] ?? "") : ""}十${last}`;
}
