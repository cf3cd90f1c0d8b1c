import { wordSet } from './list.ts';

/** Words that carry grammar, or only keep a conversation going; no list of anyone else's. */
const FUNCTION_LIST = `
  a an the this that these those some any each every either neither both all no none such another other
  i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our
  ours ourselves they them their theirs themselves who whom whose which what where when why how
  i'm i've i'll i'd you're you've you'll you'd he's she's it's we're we've we'll we'd they're they've they'll
  that's there's here's what's who's let's it'll that'll
  am is are was were be been being have has had having do does did doing done will would shall should can could
  may might must ought isn't aren't wasn't weren't haven't hasn't hadn't don't doesn't didn't won't wouldn't
  can't cannot couldn't shouldn't ain't cant dont didnt wont
  of in on at by for with about against between into through during before after above below to from up down
  out off over under again further then once here there as until while because since without within along
  across behind beyond per via near around toward towards upon
  and or but nor so yet if unless although though than whether however also too very just only even still
  not never ever always often sometimes usually quite rather really actually basically maybe perhaps
  ok okay yes yeah yep yup no nope nah oh ah um uh er erm hmm mhm mm huh hi hello hey bye goodbye
  please thanks thank sure right alright well now today sir madam ma'am welcome sorry
  like get got gets getting go goes going gone went come comes came coming gonna wanna gotta
  one two three four five six seven eight nine ten zero
`;

/** Everyday words of service calls: none of them is taken for a name where text has no capitals. */
const EVERYDAY_LIST = `
  able accept access account accounts across actual add added address afraid afternoon age ago agent airport
  already amazing amount angry annoyed answer anybody anyone anything anyway apologise apologize app apple
  application apply appointment appreciate approve area arrive arrived article ask asked asking assist
  assistance assistant attempt available awake away awful baby back bad bag balance bank basic because become
  been begin behalf believe best better big bill billed billing bit black blocked blue book booked booking
  both bought box branch break bring broken brother brown build business busy button buy calendar call called
  caller calling calls cancel cancelled canceled cancelling cancellation car card cards care case cash cat
  cause center centre certain certainly change changed changing charge charged charges charging cheap check
  checked checking child children choose city claim clean clear clearly click close closed code cold colour
  color comfortable communication company complain complaint complete completely computer concern concerned
  confirm confirmation confirmed confused connect connected connection consider contact contacting contract
  correct cost costs country couple course cover coverage credit current currently customer customers data
  date daughter day days dead deal debit delay delayed deliver delivered delivery department deposit desk
  details device different difficult direct disappointed disconnect discount discuss doctor doing dollar
  dollars door double doubt down driver drop due each early easy eight either electric else email emergency
  employee end ended enough enter entire error especially evening eventually everybody everyone everything
  exactly example excellent exchange excuse expect expected expensive experience explain extra extremely fact
  failed fair family fantastic far fast father fault fee feel fees few figure fill final finally find fine
  finish first five fix fixed fixing flight follow food forget forgot form forward found free friday friend
  front frustrated frustrating full funds furious future gave general give given giving glad god good great
  green ground group guarantee guess guest guy half hand handle happen happened happening happens happy hard
  hate hear heard hearing help helped helpful helping high hold holding home hope hoping horrible hospital
  hotel hour hours house hundred husband idea ideal identity immediately important impossible include incorrect
  information inside instead insurance interested interest internet invoice issue issues item items job join
  joking just keep kept key kind kindly knew know known laptop large last late later laugh learn least leave
  left less let letter level life light limit line link list listen little live loan local lock locked log
  logged logging login long longer look looking lose losing lost lot love low lower luck machine made mail main
  make makes making man manage manager many match matter maybe mean means member membership mention message
  messed middle million mind minute minutes missing mistake mobile mobile model modem moment monday money month
  monthly months more morning most mother move moved moving much must name named names national near necessary
  need needed needs network new news next nice night nobody none noon normal note nothing notice november number
  numbers offer office official often old online open opened operator option options order ordered orders
  original others outside overdue own owner package page paid paper parcel part password past patient patience
  pay paying payment payments pending people perfect period person phone pick pin place plan plane plans plus
  point policy poor possible post power prefer previous price prices private probably problem problems process
  processed product products promise promised properly provide purchase put question questions quick quickly
  quiet rate reach reached read ready real reason receipt receive received recent recently record red refer
  reference refund refunded regarding register regular reject related remember remove renew rent repair repeat
  replace replacement reply report request reset resolve resolved rest result return returned returning ridiculous
  ring room router rude run running sad safe said sale same satisfied saturday save saw say saying says schedule
  screen second seconds section security see seeing seem seems seen sell send sending sense sent separate serious
  seriously server service services set setting settings setup several she ship shipped shipping shop short show
  showing shows shut sick side sign signal simple since sister sit site situation six size slow slowly small
  software someone something son soon sort sound sounds speak speaking special specific speed spend spoke staff
  stand start started starting state statement stay step stick still stolen stop store straight street strong
  stuck stuff subscription such suddenly sunday supervisor supply support supposed sure switch system take taken
  takes taking talk talking team technical technician tell telling terrible terribly test texas text thing things
  think thinking third thirty thought thousand through thursday ticket till time times tired today together told
  tomorrow tonight took top total totally touch track tracking train transaction transfer transferred travel
  trip trouble true trust try trying tuesday turn turned twenty twice type unable unacceptable under understand
  understood unfortunately unhappy unit unknown update updated upgrade upset urgent use used user username using
  usual verify video visit voice wait waited waiting wake walk want wanted wants warranty waste watch water way
  weather website wednesday week weekend weeks weird while white whole wife window wish without woman wonderful
  word words work worked working works world worried worry worse worst worth write wrong wrote yard year years
  yesterday young yourself zip
`;

/** Everyday words that are also names: with a capital, or spoken to, they are taken for one. */
const NAME_LIST = `
  april art august bill brown chase dean drew faith frank grace green hope jack joy june mark may nick pat ray rob
  rose sue summer white will young
`;

export const ENGLISH_FUNCTION_WORDS = wordSet(FUNCTION_LIST);
export const ENGLISH_COMMON_WORDS = wordSet(FUNCTION_LIST, EVERYDAY_LIST, NAME_LIST);
export const ENGLISH_WORDS_AND_NAMES = wordSet(NAME_LIST);
