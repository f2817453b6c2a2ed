const list = (words: string) => new Set(words.split(" "));

const titles = list(
  "mr mrs ms miss mx dr prof professor sir lady lord dame rev reverend hon capt captain col colonel gen general lt sgt maj major senator rep judge justice herr frau hr fr dipl.-ing ing mag monsieur madame mademoiselle m mme mlle me maître maitre",
);
const ranks = list(
  "president minister chancellor premier secretary chairman chairwoman chair director manager coach captain king queen prince princess pope bishop mayor governor ambassador spokesman spokeswoman ceo cfo cto founder author lawyer attorney präsident präsidentin kanzler kanzlerin minister ministerin bürgermeister trainer sprecher sprecherin vorstand geschäftsführer richter könig président présidente ministre directeur directrice maire roi reine",
);
const firmEndings = list(
  "inc incorporated ltd limited llc llp lp plc gmbh ag kg kgaa ohg ug se corp corporation company co sa sas sarl s.a s.a.s sàrl bv b.v nv n.v oy oyj ab as asa a/s aps spa s.p.a srl s.r.l pty pte group holding holdings bank partners e.v ev gbr mbh",
);
const bodyWords = list(
  "university college school institute institution committee commission council association federation foundation union league party ministry department agency office court bureau authority board club team society church museum hospital army navy police force academy centre center times post news press journal airlines airways motors industries systems technologies software bank fund trust universität hochschule institut verein verband bund partei ministerium amt gericht gesellschaft stiftung kirche bank sparkasse klub verlag zeitung université école institut ministère parti fédération association société conseil tribunal banque église musée hôpital comité",
);
const placeWords = list(
  "street st avenue ave road rd square lane city town county province state states island islands river lake mountain mountains mount bay sea ocean valley north south east west northern southern eastern western upper lower new san santa los saint republic kingdom district region peninsula coast beach park bridge airport station strasse straße platz allee weg stadt fluss see berg tal insel land kreis rue avenue boulevard place ville fleuve rivière lac mont île pays département région nord sud est ouest",
);
const calendar = list(
  "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre",
);

/** True for a word before a person's name that is no part of it: "Dr.", "Herr", "Mme". */
export function isTitle(word: string): boolean {
  return titles.has(plain(word)) && /^\p{Lu}/u.test(word);
}

/** True for an office before a person's name: "President", "Captain". */
export function isRank(word: string): boolean {
  return ranks.has(plain(word)) && /^\p{Lu}/u.test(word);
}

/** The lists that a word is in, as names of features. */
export function listsOf(word: string): string[] {
  const lower = plain(word);
  const found: string[] = [];
  if (titles.has(lower)) found.push("title");
  if (ranks.has(lower)) found.push("rank");
  if (firmEndings.has(lower)) found.push("firm");
  if (bodyWords.has(lower)) found.push("body");
  if (placeWords.has(lower)) found.push("placeword");
  if (calendar.has(lower)) found.push("calendar");
  return found;
}

function plain(word: string): string {
  return word.toLowerCase().replace(/\.$/, "");
}
