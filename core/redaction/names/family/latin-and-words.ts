import { wordSet } from '../../../text/words/list.ts';

/** Family names that are everyday words or places too: names behind a given name alone. */
export const FAMILY_NAMES_AND_WORDS = wordSet(`
  abad abe archer austin bannister barber barclay barker bates bedford bell berry best birch bird bishop bond booth
  bower bowers bowman bradford branch bray brewer bridges bright brooks browning buck bullock burnham burns bush
  butcher butler butt cannon carpenter carver chamberlain chambers chandler cheema chin chow church cleveland
  collier colon combs compton cook cooper cotton cox crane cross curry davenport deacon dong drake duke durham dyer
  england english fares farmer ferrari fielding fields finch fisher flowers ford foreman foster fox freeman french
  frost fry fuller gamble garner garrison gates gentry gibbons gill glass good gosh grant graves gray grey griffin
  grimes gross habibi hall hardy hart hastings heath herring hicks hill hilton hogan holder honda hood hoover hope
  hopper horn house houston huff hull hunt hunter hyder ito johns jordan kale kellogg khan king knight lam lamb
  lancaster lane langley leach lee levy little lone long love luna lynch madden manning mansfield marks marriott
  marsh martin mason mayo meadows medina mercado merchant miles miller mills monroe montgomery moody moon morrow
  moss nam newton noble north oakley ono ota pace page pan panda park parks parry parsons pasha peacock peck person
  peters petty pierce pike pope porter potter powers preston price prince proctor ray reed reeves rice rich riddle
  rivers roach rogers roman rush saab sanders sane santana santiago savage sawyer sellers sexton shah shaikh sharp
  sheikh shepherd shields shin short sims singleton small smith snow son song sparks spears stafford stark stein
  stokes stone stout strong sultan summers sun suzuki swift tan tang tanner tata terry thatcher tong tucker turner
  tutu valencia valentine vega villa wade walker wall ward ware warren washington waters watt watts weaver weeks
  welch wells west wheeler white whittle wilder winter winters wise wolf wood woodcock woods wright yap york young
`);
