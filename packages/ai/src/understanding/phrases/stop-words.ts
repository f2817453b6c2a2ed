import {
  afr,
  ara,
  bul,
  cat,
  ces,
  dan,
  deu,
  ell,
  eng,
  epo,
  est,
  eus,
  fin,
  fra,
  gle,
  heb,
  hrv,
  hun,
  hye,
  ind,
  ita,
  lav,
  lit,
  msa,
  nld,
  nob,
  pol,
  por,
  ron,
  rus,
  slk,
  slv,
  spa,
  swe,
  tgl,
  tur,
  ukr,
  vie,
} from "stopword";

/** Common words that the lists lack and that begin or end no key phrase, such as auxiliary verbs. */
const more: Readonly<Record<string, string>> = {
  de: "beziehungsweise bzw darf dürfen erfolgt folgende folgenden gemäß gibt hierzu hinsichtlich inkl insbesondere jeweils laut muss müssen rund sofern soll sollen sowie sonstige usw werden wird ggf zzgl",
  es: "al cada como cuando cualquier debe deben debido dicho dicha dichos dichas durante ella ellas ellos era eran es esa ese esos esta este estas estos está están fue fueron ha han hay mediante más mientras no nos otra otras otro otros para pero por porque puede pueden según ser será serán si sido sin sobre son su sus también tanto tiene tienen todo todos toda todas tras una unas uno unos",
  fr: "ainsi alors après auquel aussi autre autres avant avait avec cela celle celui cependant cet cette ceux chaque comme dont donc deux doit doivent entre encore est étaient était ête être eu fait font fut hier ici ils jusqu leurs lors lorsque lui mais moins non notamment nous ont ou peut peuvent plus plusieurs pourra puis quand quel quelle quelques qui quoi sans sera seront selon sont sous soit sera suite tous tout toute toutes très trois un vers voici votre vous",
  it: "alcune alcuni altra altre altri altro anche ancora che come così cui deve devono dopo due durante essere fino già ha hanno inoltre invece mentre molto nonché ogni oltre ora però perché più poi possono può prima proprio qualsiasi quale quali quando quanto queste questa questi questo quindi secondo sempre senza sia solo sono sotto tra tre tutta tutte tutti tutto un una uno verso viene vengono è",
  pt: "ainda além algumas alguns antes apenas após assim cada caso como contra deve devem deste desta destes destas durante dois duas então era eram essa esse estas estes está estão foi foram há hoje isso já lá menos mesma mesmo muita muito nesta neste ontem onde outra outras outro outros pela pelas pelo pelos pode podem pois porque qual qualquer quando quanto são segundo sem sempre ser será serão sido sobre sua suas também tem têm ter tinha toda todas todo todos três um uma umas uns vai vão",
};

const lists: Readonly<Record<string, readonly string[]>> = {
  af: afr,
  ar: ara,
  bg: bul,
  ca: cat,
  cs: ces,
  da: dan,
  de: deu,
  el: ell,
  en: eng,
  eo: epo,
  es: spa,
  et: est,
  eu: eus,
  fi: fin,
  fr: fra,
  ga: gle,
  he: heb,
  hr: hrv,
  hu: hun,
  hy: hye,
  id: ind,
  it: ita,
  lt: lit,
  lv: lav,
  ms: msa,
  nb: nob,
  nl: nld,
  no: nob,
  pl: pol,
  pt: por,
  ro: ron,
  ru: rus,
  sk: slk,
  sl: slv,
  sv: swe,
  tl: tgl,
  tr: tur,
  uk: ukr,
  vi: vie,
};

const known = new Map<string, ReadonlySet<string>>();

/** Returns the common words of a language, in lower case. There are none for a language without a list. */
export function stopWordsOf(code: string): ReadonlySet<string> {
  const found = known.get(code);
  if (found) return found;
  const words = new Set([...(lists[code] ?? []), ...(more[code]?.split(" ") ?? [])]);
  known.set(code, words);
  return words;
}
