/** The most frequent characters of running text, and those of table heads, names and places, by encoding. */
const frequent: Record<string, Set<string>> = {
  gb18030: new Set(
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教原东声提立及比员解水名真论处走义各入几口认条平系气题活更别打女变四总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边张该交规万取格望领共确传师观清今切院让识候带导争运姓城额价格编号址话元京沪广州圳杭李刘陈杨赵黄周吴同甲乙签署租赁租",
  ),
  big5: new Set(
    "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活更別打女變四總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊張該交規萬取格望領共確傳師觀清今切院讓識候帶導爭運姓城額價編號址元台灣港李劉陳楊趙黃周吳甲乙簽署租賃約雙房屋",
  ),
  "euc-kr": new Set(
    "이다는을의에가고한하지기로은자서그도사리나어인대아를시으원일정스과보수제성동전부해장여주들면라상만안구조유국말공물식적관회마중경있년분선무것금계생방간우번민용신화문발비외내않없개위음소연학된모오영할세실업되두당체결임차약름호김박최철울산명함께또까너습니까네요게러던데려트드진차호품액합통",
  ),
};

const japanese = new Set(
  "日一国人年大十二本中長出三時行見月分後前生五間上東四今金九入学高円子外八六下来気小七山話女北午百書先名川千水半男西電校語土木聞食車何南万毎白天父母火右左休雨所住田京都府県市区町村会社契約者株式部課員数量価格合計請求番号郵便様御氏",
);

/** Returns the share of the characters beyond ASCII that are frequent in the language of an encoding with two bytes per character. */
export function frequentShare(text: string, charset: string): number {
  const own = frequent[charset];
  let found = 0;
  let all = 0;
  for (const character of text) {
    if (character <= "\u007f" || /[\u3000-\u3002\uff00-\uff1f]/.test(character)) continue;
    all += 1;
    const isFrequent = own ? own.has(character) : isJapanese(character);
    if (isFrequent) found += 1;
  }
  return all === 0 ? 0 : found / all;
}

function isJapanese(character: string): boolean {
  return /[\u3041-\u3096\u30a1-\u30fc]/.test(character) || japanese.has(character);
}
