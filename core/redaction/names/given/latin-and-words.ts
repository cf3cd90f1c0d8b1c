import { wordSet } from '../../../text/words/list.ts';

/** Given names that are everyday words, places or brands too: a capital inside a sentence tells. */
export const LATIN_NAMES_AND_WORDS = wordSet(`
  ada adelaide adele alba ama amr ashton ato autumn awa ayo barney basil beau beryl bill blessing bonnie boyd brad
  brandy britney bronte brooks buster carmel carson chad chase chelsea cherry chester chip chuck clement cliff
  clifton colleen comfort coral cuong curt dag daisy dale deacon dean denver derrick destiny dolly dot dotty drake
  drew dua duc earl earnest ebony eda efe elsa emi esi eve faith fei fern flo flora florence foster frank gabby gage
  gene georgia gift ginger glen grace grant griffin guo hal hana hank hao harley harmony heath herb hoa homer hong
  hope hui hunter ida ife ige ina isa ivy jack jackson jade jai jasper jed jewel joe joy jubilee kai kanta kapil
  karma kat kay kim kip kit kitty lan lance lane laurel lennox lex lily linden liv logan lon long lou luc mac
  madison mae margarita mari mark max maya meg mel melody mercedes mercy merry mickey mina mira misty modesty moe
  moss myrtle nam nana nat ned nick noe obi olive opal ora orlando paddy page pat patience patsy patty pearl peg
  penny phoenix pia pierce piers pip pixie poppy porter precious prem primrose prince prudence raven ray reed reg
  reiko ren rex rhea ria rich rick rie rin river rob robin rocky rod roman romeo rose roz ruby rui rusty saffron
  sage sai savannah sawyer scarlet sho sid sienna sierra sina sissy sonny sorrel sterling storm sue summer sunny
  sydney tae taichi tanner tansy tao thi tia trang tri trinity troy tucker udo ugo una uta uzo val valentine verity
  verona victoria vin virginia vita wade ward warren wes wilder will willow wolf woody wren xue yaa yuan yun zhi
  zinnia
`);
