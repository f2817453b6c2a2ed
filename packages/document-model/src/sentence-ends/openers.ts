/** Words with a capital that begin a sentence in ten languages, and hardly ever a name or the noun after an abbreviation. */
const openers = new Set(
  `
  a after all also although an and are as at because before both but by did do does during each for from had has have he her his how however i if in
  is it its let may my no not on once one our please she should since so that the their then there these they this those to under until was we
  were what when where which while who why will with would yes you your
  aber alle als am an auch auf aus bei beide bitte da damit daher dann das dem den der des deshalb die dies diese dieser dieses doch du ein eine
  einem einen er es falls für ich ihr ihre im in ist ja jede jeder kein keine man mit nach nein nicht nun nur ob oder ohne sein seine seit sie sind
  so soll sollte sonst über um und unser unsere unter vom von vor war was weil wenn wer werden wie wir wird wo zu zum zur zwischen
  au aucun aussi avec c ce cela ces cet cette chaque dans de des donc du elle elles en est et il ils je l la le les leur lors mais ne nous on ou
  où par pour quand que qui sa sans selon ses si son sous sur tous tout toute un une vous à
  ahora así aunque como con cuando del desde después durante ella ellos entonces entre esta estas este esto estos están fue ha hay las los no nuestra
  nuestro para pero por porque se según ser será si sin sobre son su sus también todos una y yo él
  al alla anche che chi con così da dal dalla del della dopo e gli i il io la le lo loro ma nel nella noi non per perché più quando questa queste questi
  questo se si sono sua suo tutti un uno è
  als bij daar dat de deze dit door een en er geen haar heeft het hij hun ik in indien is maar men met na naar niet nog of om ons onze ook op over
  te tot uit van voor wanneer wat we wie wij ze zij zijn
  a ale by czy dla do gdy go ich ja jak jego jej jeśli już każdy która które który lub ma na nie o od on ona oni oraz po pod przez przy są ta tak te ten
  to tylko w we z za ze że
  ao as com depois do e ela ele eles em esta este isso isto mas na nas no nos não o os ou para pela pelo por quando que se segundo sem seu sua também
  um uma é
  att av de den denna dessa det detta du efter eller en ett från för han hon i inte jag kan man med men ni när och om på som till vi vid är
  af alle at da de den der det dette du efter eller en er et for fra han hun hvis i ikke jeg kan man med men ni når og om på til ved vi
  `
    .trim()
    .split(/\s+/),
);

/** True if a stretch begins with a word that begins sentences, in capitals or after a quotation mark. */
export function beginsSentence(start: string): boolean {
  const word = /^["'“”„«»(¿¡[]*(\p{Lu}[\p{L}\p{M}]*)/u.exec(start)?.[1];
  return word !== undefined && openers.has(word.toLowerCase());
}
