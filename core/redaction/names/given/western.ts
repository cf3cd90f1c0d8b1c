import { wordSet } from '../../../text/words/list.ts';

/** European and American given names that are less frequent. Written for this project. */
export const WESTERN_GIVEN_NAMES = wordSet(`
  aaliyah abby abel abie abner addie addison adeline adriana adrienne agatha agustin aimee ainsley alana alanna
  alastair alberta alberto aldo alec alena alessandra alessia alexei alexia alexis alfie alfonso alfredo alina
  alisha alistair alondra alonso alonzo alvaro alvin alys alyson amalia amaya amelie amos amparo anabel anais
  anastacia anders anderson andreea andrei andrej andres andrzej aneta anette anika anja anke annabel annabelle
  annalise anneke annelise annette annika annmarie ansel anselm anson antoine antoinette anton antonella antonia
  araceli archie aretha ariadne ariana ariane arianna arlo armand armando arnaud arne arron arta arvid asher
  ashleigh ashlyn astrid athena aubrey augusta augustine augusto aurelia aurelie avery avril axel ayla azucena
  babette balthazar barbra barnaby barrington bart bartholomew bartosz bastian baxter beata beatrix becca belen
  belinda bella benedetta benito bennett benny bernardo bernice bernie bert bertha bertie bertram bess bessie bethan
  bettina beverley bianka bjorn blaine blair blake blanca blanche boris braden bradley brady brandi branislav
  brayden breanna brennan brent brett brianna bridie brigid brigitte britta brittany brody bronwen bronwyn brooke
  bryce brynn bryony burt caitlin caitriona calista callie camilla candace candice caoimhe cara carey carina carissa
  carley carlo carlota carly carmella caroll caron carrie carter cary carys casey caspar casper catalina catarina
  cate caterina cathal catherina cathleen cathryn catriona cecil cecile cecily celeste celia celine chantal
  chantelle charis charlene charley charlotte charmaine cherie cheryl chrissie chrissy christa christel christi
  christie christoph christophe christos christy ciara ciaran cillian clarissa claude claudette claudine claudio
  clayton clea clemens clementine cleo clifford clint clinton clodagh clyde cody colby coleen coleman colette
  collette colm connie conrad constance constantin consuelo cora coralie cordelia corey corinna corinne cornelia
  cornelius cosima cosmin cristian cristiano cristobal curtis cyril cyrus czeslaw dagmar damon danica dannie daphne
  darcey darcy daria darius darlene darrel darrell darrin darryl davey davide davina dawid dayna deandre deanna
  deanne debbie deidre deirdre delia delilah della delores deloris delphine demetri demetrius demi denis denisa
  denny denzel deon dermot desiree desmond devin devon dewey dexter dianna dianne dilys dimitra dion dionne dmitrii
  domenico dominik dominika dominique donal donatella donnie donovan dora dorian dorota dorothea dorrie doug dougal
  dougie douglass duane dudley dulce dunja dusan dustin dwayne dwight dympna eamon eamonn eartha eckhart edie edmond
  edmund edurne edwina efrain efrat eibhlin eilidh eilish einar eirik ekaterina elaina elba eleanora eleni elfriede
  eliana elin eline elisa elisabeth elisabetta elise eliseo elisha eliza elke ellery elliot elliott ellis elma
  elodie eloisa eloise elsie elspeth elton elva elvira elvis elwood emanuel emanuele emile emiliano emmanuelle emmet
  emmett emmie emory endre enid enoch enzo eoghan eoin ephraim erasmo erich ericka erling erma erna ernie erwin esme
  esmeralda esperanza esteban estela estella estelle ethel etienne etta eugenia eugenie eulalia eunice eustace
  evangelos evaristo everett evgeny evie ewan ewen ezekiel ezequiel fabian fabien fabienne fabio fabrice fabrizio
  fatou fay faye federica federico felicia felicite felipe fenella fergal fergus fina finbar fingal finlay finley
  finn finnian fintan fionn fionnuala fleur florian floyd flynn forrest franca francene francine franciszek franck
  franco francois francoise frankie franklin frantisek franz franziska fraser frazer fred freda freddy frederic
  frederica frederik fredric freya frida frieda friedrich fritz fyodor gabe gabriella gabrielle gaetano gail galina
  garrett garry garth gaston gaynor gena genevieve gennaro geoff georg georges georgette georgie georgina georgios
  geraint geraldine geraldo gerardo gerd gerda germaine gerrit gerry gertie gertrude gethin gianluca gianna gianni
  gideon gigi gilberto gilda gilles gillian ginny giorgia giorgio giorgos gisela giselle giuseppe gladys glenn
  glenys glynis godfrey goran gosia graeme grainne grayson greer greta gretel grigory griselda grover guadalupe
  guido guillaume gunnar gunther gus gussie gustav gustavo gwendolen gwendoline gwendolyn gwyn gwyneth hadley
  hadrian haley halle hallie hamish hanne hannelore hans harlan harriett harrison hattie hayden hayley hedwig heike
  heinrich heinz hendrik hendrix henning henri henrietta henriette heriberto herman hermann hermine hermione hernan
  hester hetty hilary hilda hilde hildegard hillary hiram hobart hollie honora horace horacio horatio horst hortense
  howie hubert huey hughie humberto humphrey iain ianto idris ieuan ignacio ignatius iker ilana ilaria ileana ilene
  ilona ilse ilya immanuel imogen inga inge ingeborg inger inigo ioan ioana ioannis iolo iona ira irena irma irvin
  irving irwin isaak isadora isaiah iseult isidore isla isobel isolde israel issy ivar ivo ivor iwona izabela izzy
  jaap jace jacek jacinta jacinto jackie jaclyn jacobo jacquelyn jacques jacqui jada jaime jakob jamison jancis
  janelle janette janie janina janine janis jaroslav jarrod jarvis jase jasmin jaxon jayden jayne jazmin jeanette
  jeanie jeanine jeanne jeannette jeannie jeannine jedediah jeffery jemima jemma jenifer jenni jennie jennings jens
  jeremiah jeremie jeri jermaine jerri jerrold jesper jess jessamy jesse jessie jethro jillian joachim joanie joann
  joao joaquim jocasta jochen jodi jodie jody johan johana johann johanna johnathan johnathon johnnie joleen jolene
  jolyon jonah joni jonny jools jordana jordi joris josef josefa josefine josette josiah josip jost jovan jovana
  juana judd jude judit jules juliane juliann julianna juliette julio julissa julius juliusz justina justine justus
  justyna jutta kacper kaitlin kaitlyn kaleb kalina kamila kamilla kandice kara kari karina karissa karol karolina
  kasey kasia kaspar kasper kassandra kata katalin katarina katelyn katerina katharina katharine kathi kathie
  kathrin katja katka katrin katrina katya kaye kaylee keanu keegan keeley keira kelley kelli kellie kelsey kelsie
  kelvyn kendall kendra kendrick kenna kennedy kenny kenton keri kerri kerrie kerry kester keyla kiera kieron kiki
  kimberley kirby kirk kirsteen kirstie kirstin kirsty klaudia klaus knut konrad konstantin konstantinos kris krista
  kristi kristian kristie kristiina kristin kristine kristof kristofer kristopher kristy krystal krystyna krzysztof
  kurtis kyla kylie kyra kyran lacey lachlan ladislav laetitia laila lainey lamar lambert lamont landon larissa
  lasse laszlo latasha latisha latoya launcelot laureen laurene laurens laurent lauri laurie lavinia lavonne lawson
  layton lazaro leander leandro leann leanna leda leif leigh leighton lela leland lemuel lena lenka lennart lennie
  lennon lenny lenora lenore leona leonid leonie leonor leopold leopoldo leroi leroy leslee lester leszek leta
  letitia lettie levi levon lexi lexie libby lidia lieselotte lila lilia lilian liliana lilith lillian lillie lilly
  lindsey lindy linnea linus lionel lisbeth lisette lissa livia liza lizbeth lizette lizzie llewellyn lonnie lora
  lorelei loren lorena loretta lori lorie lorne lothar lottie louella louie lowell luana lubomir lucca lucian
  luciana luciano lucie lucien lucienne lucille lucinda lucio lucius lucretia ludo ludovic ludwig lukas lukasz
  lupita luther luz luzia lyall lyla lyle lyndon lyndsey lynette lynne lynsey lynton lyra mack mackenzie macy maddie
  maddison maddox madeleine madeline madelyn madge maeve magali magdalena magdalene magnus mahalia mair mairead
  maisie maja malachi malachy malcom mallory malte malvina mamie mandy manfred manus mara marcela marceline marcelle
  marcello marcelo marci marcia marcin marcos marcy margareta margaux margery margie margit margo margot margret
  marguerite mariah marian marianna marianne mariano maricela marielle marietta marika marilena marin marino mariola
  marion maristela maritza marius mariusz marjory marla marleen marlena marlene marley marlo marlyn marnie marsha
  marshall marta martina martine marty martyn marva maryann maryanne marybeth marylou matej mathias mathieu mathilda
  mathilde mati matias matteus matthias matthieu mattias mattie maud maude maura mauricio maurizio mauro mavis
  maxime maximilian maximiliano maximo maxine mayra mckenzie meagan meghan melba melina melisande melva melvin
  melvyn meri merle merlin merrick merrill mervyn meryl mia micaela micah michal micheal michel michele mick micky
  mieke mies mikael mikaela mikel mikey mila milda milford millicent millie milly milton mimi mindy minerva minnie
  mirabel mireille mirek mirian mirjam miroslav missy mitch mitzi moises monique monroe monserrat montague monty
  morag mordecai morgana moritz morris mortimer morton morwenna moses muir muireann murdo murphy murray myfanwy
  myles myra myron nance nannie naoise napoleon narcisa nash nastasia nata natacha natale nate nathalie nathanial
  neal nell nella nellie nelly nerissa nerys nessa netta nettie neve neville nevin niall niamh nicholle nicki nickie
  nicky nicodemus nicol nicolaas nicolai nicolaus nicoletta nicolette nicolo niels nikki niklas niko nikola nikolai
  nikolaos nikolas nikole nils noelene noelia noelle nola nolan nona norah norbert norris norton nuala nuno nyah
  nyla oana obadiah oberon octavia octavio odell odette odin odysseas ola olaf olalla olav oleg oleksandr oleksiy
  olena olivier olivio ollie olwen olympia omari ondine ondrej oona ophelia oran oren oriana orion orla orlaith
  orson orville osborn osgood oskar oswald oswaldo otilia otis ottilie ottoline ozzie ozzy padraic padraig paige
  pamella pancho paola parker pascal pascale pascual patrice patricio patrik patti paulette pauliina paulina paulo
  pawel pearlie pedr pepe pernilla perry persephone petar pete petra petro petronella petros petter peyton philbert
  philipp philippe philomena phineas phyllida pieter pippa pollie polly portia prentice presley prunella przemek
  przemyslaw queenie quentin quincy quinn quinton rachael racheal rachelle radek radka radmila radoslaw rae rafa
  rafaela rafal raffaele rafferty rainer raisa ramiro ramsay randal randall randi randolph raphael raphaela rayford
  raymundo rayna reagan reanna reba rebekah reece reese regan reid reilly reiner reinhard reinhold remi remy rena
  renata renate rene renee reuben reuel reyes reyna reynold rhett rhian rhiannon rhoda rhodri rhona rhonda rhys
  rianna rica richie rickey ricki rickie ricky rico rikki riley riordan risto ritchie robbie robby robbyn robson
  rocco rocio roddy roderick rodger rogan roisin rolf rolland roma romain romana romilly romola romy ronan ronda
  ronin ronja ronny roos roosevelt rory rosalba rosaleen rosalia rosaline rosalyn rosamond rosamund rosana rosanne
  rosaria rosaura roscoe roseann roseanna roseanne roselyn rosendo rosetta rosina rosita roslyn rowland rowley
  roxana roxie royce royston roza rozalia ruben rudi rudolf rudolph rudy rufus ruperto rutger ruthie ryder rylan
  ryland ryley sabina sabine sacha sadie salome salvador salvatore sammie sammy sandie sandro sanford sanna santa
  santino saoirse sarai sarina sascha saskia saul saundra scarlett seamus sebastiano sebastien sela selah selina
  selma semaj septimus seraphina sergey sergiu seumas severin severine seymour shana shanelle shania shanice shanna
  shanon sharlene sharron shaughn shauna shaunna shawna shay shayla shayna shea sheena sheilah shelagh shelby
  sheldon shelia shelly shelton shena sheri sheridan sherman sheron sherri sherrie sherwood shiloh shona shonda sian
  sidonie siegfried sigmund sigrid silas silje silke silvana silvester silvio simeon simona simone sinead siobhan
  sixten skye skyler slavica slawomir sloane sofie solange solomon sonja sonya sorcha soren spencer spiros spyros
  stacia stacie stanislav stanislaw stefania stefanie stefano steffen steffi stelios stephan stephane stephania
  stephany stephon stevan stevie stewart stirling sunniva susannah susi suzanna suzette suzie sybil sylvain
  sylvester sylvie synnove szymon tabatha tabitha tadeusz tadhg talia talitha tallulah tamar tami tamika tammi
  tammie tammy tamsin tarquin taryn tasha tate tatum tatyana tayla taylor teagan teddy teena telma terrance terrell
  terri terrie tessie thad thaddeus thalia thanos thea theda thelma theo theodor theodora therese theresia theron
  thiago thierry thijs thom thor thora thorsten thurston tiago tiana tianna tibor tierney tiffani tilda tillie tilly
  timmy timo timur titus tobias tobin tomek tomos toni tonia tonja tonya topher tora torsten tove travis trent
  tricia trina trish trista tristram trixie trudi trudy truman tudor twyla tyra tyree tyrell tyrone tyson ulla ulric
  ulrich ulrika ulrike ulysses upton uriah uriel ursel urszula ute vaclav valentin valentina valentino valeria
  valerio valery vance vaughan vaughn velma venetia vern verna vernon veronika vesna vic vicenta vicki vickie vida
  viggo viktor viktoria vince vincenzo vinnie violeta violetta virginie vito vittoria vittorio viv vivi viviana
  vivien vivienne vlad vladislav volker vyacheslav wallace wally walt walther waylon webster wenceslas wendell
  werner wesley weston whitney wilbert wilbur wilda wiley wilf wilhelm wilhelmina willa willard willem willie willis
  wilmer wilson winfred winnie winona winston wojciech wolfgang woodrow wyn wynn wynne xander xaviera xenia ximena
  xiomara yael yann yannick yannis yasmine yelena yevgeny ygor yoan yolande yorick yosef yuliya yuri yvan yves zac
  zach zachariah zack zadie zander zane zayden zeke zelda zelma zena zenobia zita zoey zoltan zora zosia zsofia
  zuzana zuzanna
`);
