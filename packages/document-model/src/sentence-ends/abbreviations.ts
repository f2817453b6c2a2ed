/** Words whose full stop ends no sentence, whatever comes after it: titles, and words that another word always follows. */
const always = words(`
  arch.ta av.ti bzw ca cf cfr col.ca d.h dgl dhr dipl dna dott dott.ssa dr dra drs e.g ebd egr evtl fig.ra fru ggf gosp hr hrn i.a i.e inkl insb inż jhr
  jr kand kl m.e m.fl mevr mgr mjr messrs mlle mme mons mr mrs ms mwst n.b o.g prof p.ej sgt sig sigg sig.ra sog sr sra srta ss.mm ste t.ex t.o.m
  tzn tzv u.a ul vgl vs z.b z.t zgl zzgl
`);

/** Words whose full stop ends no sentence if a number comes after it. */
const beforeNumber = words(`
  abb abs abschn amt anl ap apdo app approx apt art arts artt aufl az bd bijl bl blz c ca cap caps ch chap cl dept doc ed eds ex f ff fig figs
  fn fol h hs inc k kap l lfd lib lit ll ln mod n no nos nr nrn nro núm num nº p pag pág págs par para paras parr pct pkt pos poz pp ref refs
  reg rif rn rz s sec secs sect sekt st str stk t tab tav tel tél telef tfno tlf tit u v vol vols z zał zif ziff
`);

/** Words whose full stop may end a sentence too: it goes on unless a word comes that begins sentences. */
const perhaps = words(`
  adv al apr aprox aug av avda avv bhd bld blvd bros c.v cia cía co corp dec dept dic e.v ecc enz et.c etc ext feb fec ing inc itd itp jan kft
  llc llp ltd ltda mag mio mld mln mrd n.v nov okt oct osv p.a p.m a.m plc pty rev s.a s.l s.p.a s.r.l sep sept st str tel tys u.s usw v.a
`);

/** Tells whether the last word of a stretch, which ends in a full stop, is an abbreviation. Single letters are initials or parts of one. */
export function abbreviationAt(end: string): "always" | "beforeNumber" | "perhaps" | undefined {
  const word = /(?:^|[\s([{"'“„«/])([\p{L}§º.]+)\.$/u.exec(end)?.[1];
  if (word === undefined) return undefined;
  const lower = word.toLowerCase();
  if (always.has(lower)) return "always";
  if (perhaps.has(lower) || /^\p{L}(?:\.\p{L}{1,2})*$/u.test(word)) return "perhaps";
  return beforeNumber.has(lower) ? "beforeNumber" : undefined;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
