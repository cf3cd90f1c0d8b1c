import { wordSet } from '../../../text/words/list.ts';

/** Family names in Latin letters that are no everyday word. Written for this project. */
export const FAMILY_NAMES = wordSet(`
  abadi abbasi abbott abboud abdallah abdelrahman abernathy abiola aboud achterberg ackerman acosta adair adams
  adamson addison adebanjo adebayo adebola adedeji adegbite adekunle adeleke adeleye ademola adeniyi adesanya
  adesina adewale adewumi adeyemi adeyemo adkins adwan afolabi agarwal agbaje aggarwal agha agnew agu aguilar
  aguinaldo aguirre agyei agyeman ahmadi ahuja aidoo ainsworth aitken ajayi ajibade akande akers akhtar akinola
  akinyemi akiyama akkad akpan alabi alami alawi albright alcantara alcott aldridge alexander aliyu allan allen
  allison alonzo alsayed alvarado alvarez amadi amaechi amari amiri ammar ampofo anand anane anderson andersson ando
  andrews aniagolu ansah ansari antoun anyanwu aoki appiah appleby appleton aquino arafat arai arain arellano
  armitage armstrong arnold arnott arora arthur asamoah asante asare asfour ashby ashcroft asher ashraf ashton
  ashworth aspinall assaf atallah atherton atiyeh atkins atkinson atta attwood avery awad awan awolowo awwad ayala
  ayers ayodele ayoub azar azikiwe azzam baalbaki babangida babcock badawi bae baek baghdadi baig bailey baird bajaj
  bajwa bakri balakrishnan baldwin ballard baloch balogun bamgbose banerjee bankole bansal barakat barghouti barlow
  barnard barnes barnett barr barrera barrett barron bartlett barton bashara bashir basu batra bauer bautista baxter
  bazzi beasley beattie beaumont becker beckett bedi beecher bellamy belmonte beltran benjamin bennett bentley
  benton berger bergman bergstrom bernard bernardo bernstein bevan bhalla bhandari bhardwaj bhargava bhasin bhat
  bhatia bhatnagar bhatt bhattacharjee bhattacharya bhatti bhutto bindra bingham bishara biswas blackburn blackwell
  blackwood blair blake blanchard blankenship blevins boakye boateng bolton bonifacio bonner bonsu booker boone bora
  borah bose botha boutros bowden bowen boyd boyle bradley bradshaw brady bragg brandt brennan briggs brock
  broughton bruce bryan bryant buchanan buckley buenaventura buhari bui bukhari burch burgess burke burnett burris
  burton bustani buxton byers byrd byrne cabral cabrera cahill cain calderon caldwell callaghan callahan calvert
  camacho cameron campbell campos cantrell cantu capistrano cardenas carey carlson carlsson carmichael carney carpio
  carr carrillo carroll carson carter cartwright carvalho casey cassidy castaneda castillo castro catapang cavanagh
  cayetano cele cervantes chadha chakrabarti chakraborty chalabi chamoun chan chanda chandra chandran chandrasekaran
  chang chao chapman charles chatterjee chattopadhyay chaturvedi chaudhary chaudhry chaudhuri chauhan chavez chawla
  chen cheng cheung chhabra chiang chiluba cho choi chong chopra chou choudhary choudhury chowdhury christensen
  christian chu chukwu chukwuma chung churchill clancy clark clarke clarkson clayton clements clifford cline cobb
  cochran cohen coker coleman collins concepcion conley connolly connor conrad contreras conway cooke cooley coombes
  copeland corbett cordova corrigan cortes cortez costa costello coughlin cowan craig crawford crosby crowe crowley
  crowther cruz cullen cummings cunningham curran curtis dabbagh dabbous daher dahl dajani dalal dalisay dalton daly
  damle dang daniels danjuma danso dao dar darko darwish das dasgupta datta daugherty dave davey david davidson
  davies davila davis davison dawood dawson decker delacroix delacruz delaney deleon delgado dempsey deng denham
  dennis denton desai deshmukh deshpande devan devine devlin dewan dhar dhawan dhillon diab diaz dickens dickerson
  dickinson dickson dillon dimaculangan dinh diokno dixit dixon dizon dlamini doan dobson dodd doherty dolan domingo
  dominguez donaldson donnelly donoghue donovan dorsey dougherty doumani doyle draper driscoll drummond duah duarte
  dubey dubois duckworth dudley duffy dugan duncan dunlap dunn dunne duong duran durrani durrant dutt dutta dutton
  dwivedi dwyer eastwood eaton edmonds edochie edwards effiong egan egwu ehigie ejiofor ekwueme elliott ellis
  ellison emerson endo engel enriquez erickson eriksson escobar escudero espinoza espiritu estes estrada evangelista
  evans everett ewing eze ezeani fairbanks fairclough fajardo fakhoury fallon farah farhat farley farooqi farrell
  fasasi fashola faulkner fayad fayyad feldman feng ferguson fernandes fernandez ferreira ferrell figueroa finley
  finnegan fischer fitzgerald fitzpatrick flanagan fleming fletcher flores floyd flynn fofanah foley fong fontaine
  forbes forrest forster forsyth fowler francis franco franklin fraser frazier frederick friedman frye fu fuentes
  fujii fujimoto fujita fujiwara fukuda fulton gaines galang galbraith gallagher gallegos galloway gandhi ganguly
  gao garcia gardiner gardner garewal garg garrett garza gatchalian geller gemayel geronimo ghanem ghani ghannam
  gharib ghazali ghosh gibbs gibson gilani gilbert giles gillespie gilmore gleason glenn glover goddard goel gokhale
  goldberg golding goldman goldstein gomes gomez gondal gonzales gonzalez goodall goodman goodwin gopalakrishnan
  gordon goswami goto gough gould govindan goyal graham greaves greenberg greene greenwood greer gregory grewal
  griffith griffiths grover gu guerra guerrero guha gulati guo gupta gustafsson guthrie gutierrez guzman gwak gyasi
  haas habash hackett haddad hadid haines hajjar hakim halabi haley halloran hamada hamadeh hamdan hamilton hammond
  hammoud hampton hamwi han hancock hanna hansen hanson hara harada harb hardcastle harding hargreaves hariri harmon
  harper harrell harrington harris harrison hartley hartman harvey hasegawa hashem hashemi hashimoto hashmi hatfield
  hathaway hatoum hawari hawkins hawthorne hayashi hayden hayes haynes haywood hazimeh headley healy hebert hegde
  henderson hendricks hendrix henry hensley henson herbert herman hernandez herrera hess hester hewitt hickman
  hidalgo higginbotham higgins higuchi hijazi hines hinton hirano hoang hobbs hodge hodges hodgson hoffman hoffmann
  holbrook holcomb holden holland holliday holloway holman holmes holt hooper hopkins horne horner horton houghton
  hourani howard howarth howe howell hsieh hsu hu huang hubbard hudson huerta huffman huggins hughes humphrey
  humphreys hurley hurst hussaini husseini hussey hutchinson hutchison huynh hwang hyde ibe ibrahim ichikawa idowu
  idris ignacio igwe iheanacho ikeda ikpeazu ilagan imai ingram inman inoue irving irwin isaacs ishida ishihara
  ishii ishikawa issa itani ivanov ivanova iwasaki iwu iyengar iyer jabbour jaber jackson jacobs jacobson jadhav
  jafri jain jaiswal jaja jalloh jamali jamison jang janjua jansen janssen jaradat jarrar jarvis javaid javier
  jazairi jefferson jenkins jennings jensen jeon jeong jha jhaveri jiang jimenez jin johansson johar johnson
  johnston johnstone jones joshi joyce juarez jubran juma jung kabbani kadam kaddour kakkar kamara kamath kamau
  kamble kamwendo kanaan kane kang kapadia kaplan kapoor kapur karam karami karanja kariuki karnik kashyap kassab
  kassem kato kaufman kaul kaur kawaguchi kawasaki kay kazmi keane kearney keating keegan keith keller kelley kemp
  kendall kendrick kennedy kent kenyatta kenyon kerr kerrigan keyes khalidi khalil khandelwal khanna khatri khattak
  khawaja khayat khazen kher khokhar khosla khouri khoury khoza khumalo khurana kiani kidd kikuchi kilani kim kimani
  kimura kinney kinoshita kipruto kirby kirk kirkland kirkpatrick klein kline knapp knowles knox ko kobayashi koch
  kohli koizumi kojima konar kondo koroma kothari kouyate kovacs kowalczyk kowalska kowalski kramer krause kruger
  kudo kulkarni kumagai kumaran kuo kurien kurup kuti kuznetsov kwak kwan kwarteng kwok kwon kyei lacey lacson lai
  lal lamba lambert landry lang langdon langford lapuz lara larkin larsen larson larsson latham lau lawal lawler
  lawrence lawson leblanc lefebvre legaspi lehmann lemoine leon leonard leroy leslie lester leung levine lewandowski
  lewis li liang liao lim lin lindberg lindgren lindqvist lindsay lindsey ling liu livingston lloyd lockhart
  lockwood locsin lodhi logan lombardi lopez lovell lowe lowery lu lucas lucero lund luo luthra ly lynn lyon lyons
  maalouf mabena mabuza macapagal macaraeg macdonald macdougall macharia macias mackay mackenzie mackie macleod
  macmillan macpherson madan madani maddox madu maeda magbanua magee magsaysay mahajan maheshwari mahfouz mahlangu
  mahoney majumdar makki malabanan maldonado malhotra malik malone malouf malvar manalo mandela mangubat mansour mao
  marasigan marchetti maroun marquez marshall martinez maruyama marwa masondo masri massey masuda mathew mathews
  mathis mathur matsuda matsui matsumoto matsuoka mattar matthews maurer maxwell mayer maynard mazari mbeki mbugua
  mcallister mcarthur mcbride mccabe mccaffrey mccain mccall mccann mccarthy mccarty mcclain mcclure mcconnell
  mccormack mccormick mccoy mccullough mcdaniel mcdermott mcdonald mcdonnell mcdougall mcdowell mcfadden mcfarland
  mcgee mcgill mcgowan mcgrath mcgraw mcgregor mcguire mcintosh mcintyre mckay mckee mckenna mckenzie mckinley
  mckinney mcknight mclaughlin mclean mcleod mcmahon mcmillan mcnamara mcneil mcpherson mcqueen mehra mehrotra mehta
  mejia melendez memon mendes mendez mendiola mendoza meng menon mensah meqdadi mercer merritt meyer meyers mian
  michaels middleton mikati millar milne minhas miranda mirza mishra misra mistry mitchell mittal miura miyamoto
  miyazaki mizuno mkhize mneimneh modi moffat mohanty mokoena molefe molina montague montoya mookerjee mooney moore
  mora morales moran moreau moreno moretti morgan mori morin morita morley morris morrison morrissey morse morton
  moses mosley moussa moyer moyo mroueh mubarak mudaliar mueller mugabe mughal mughrabi mugo muhanna muir mukasa
  mukherjee mukhopadhyay mullen muller mullins munoz munro murakami murata murphy murray murrell murthy musa mustafa
  mutasa mutua mwangi myers naber nabulsi naccache nagai naidoo naidu naik nair najjar nakagawa nakajima nakamura
  nakano nakayama nakhle nambiar nammari nanda naqvi narang narula nash nasif nasrallah nassar nasser natarajan
  natividad navarro nayak nayar ncube ndiaye ndlovu neal negi neilson nelson newell newman ng ngai ngcobo ngo
  ngubane nguyen niazi nichols nicholson nielsen nigam nimri nishimura nixon njoku njoroge nkosi nkrumah noguchi noh
  nolan nomura noonan norman norris norton novak novotny ntuli nunez nunn nwachukwu nwankwo nwosu nxumalo nyambura
  nyong obasanjo oberoi obi obianyo obiora obrien ocampo ochieng ochoa oconnell oconnor odeh odhiambo odinga odom
  odonnell odukoya oduya ofori ogawa ogden ogunbanjo ogunleye ohno ojha ojo okada okafor okamoto okeke okello
  okereke okigbo okocha okoli okonkwo okorie okoro okoye okpara olaniyan olawale olayinka oleary oliveira oliver
  olsen olson olsson omari oneal oneil oneill onuoha onwuka onyango opara oppong orozco orr ortega ortiz osborn
  osborne osei osinbajo osmena ostrowski osullivan otieno otoole otsuka owen owens owusu oyelaran oyelowo pacheco
  padilla padmanabhan pai paik palan palmer pandey pandit pandya panganiban pangilinan panicker panikkar pappas
  paracha parekh parikh parker parkes parkin parkinson parmar parr parrish pascual patel paterson pathak pathan
  patil patnaik patrick patterson patton paul payne pearce pearson peltonen pena peng pennington peralta pereira
  perez perkins perry petersen peterson petersson petrov petrova pham phan phelps phillips pickering pickett pillai
  pineda pirzada pittman pitts platt pollard ponce poole popov portillo potts powell prabhu prajapati pratt prescott
  pritchard pruitt pryor pugh purcell puri purohit qabbani qaddoumi qadri qasem qawasmi qian qin qiu quaye quezon
  quigley quinn quintero quirino quizon qureshi rabbani radcliffe rafferty raghavan raghunathan rahal rahman
  rajagopal rajput ramachandran ramaswamy ramirez ramos ramsay ramsey rana ranade randall randolph rane rankin rao
  rashed rasmussen rastogi ratcliffe rathod rathore raut rawat rawlings raymond reardon recto redding reddy redmond
  reese regalado reid reilly ren reyes reynolds rhodes ricci richard richards richardson richmond ridley riggs riley
  rios ritchie rivera rizk rizvi robbins roberts robertson robinson robles robredo robson rocha rodgers rodrigues
  rodriguez roh rojas romano romero rooney rosales rosario rosen rosenberg rosenthal rossi roth rowe rowland rowley
  roxas roy roychowdhury rubio ruiz russell russo rutherford ryan saad saadeh sabbagh sabri sachdev sachdeva sackey
  sadek saeed safadi saha sahni sahu saini saito sakai sakamoto sakurai salameh salas salazar saleh salem salhi
  salinas salloum samaha sampson sanchez sanderson sandhu sandoval sanghvi sano santos sarin sarkar sarkis sarmiento
  sarpong sasaki sastry sato saunders sawalha sawant saxena sayed sayegh schaefer schmidt schmitt schneider
  schroeder schultz schulz schwartz scott seaton sengupta seo serhan serrano sesay seshadri sethi sethuraman seymour
  shaaban shaath shabangu shadid shaffer shaheen shahin shalabi shannon shao sharif sharma sharpe shastri shaw shawa
  shea shehab shehadeh shelton shen shenoy shepard sheppard sheridan sherman sherwood shetty shi shibata shimada
  shimizu shinde shonekan shroff shukla siddiqi siddiqui sidhu sikka silva silverman simmonds simmons simon simons
  simpson sinclair singh singhal singhania sinha sithole sivakumar sivaraman skinner slater sleiman sloan smirnov
  smithson snyder sodhi sohn solanki solis solomon somani soni sood soomro soriano soto sotto sousa southwell
  sowande soyinka spence spencer srinivasan srivastava stanley stanton steele stephens stephenson stevens stevenson
  stewart stratton strickland stuart su suarez subramaniam sugawara sugimoto sugiyama sukkar suleiman sullivan
  sumulong sundaram sundiata sutherland sutton svensson swaminathan swanson swati sweeney sykes taha tahan taiwo
  takagi takahashi takeda takeuchi talbot talwar tamimi tamura tanaka tandon taneja taniguchi tannous tao tareen
  tate tawil taylor tembo tendulkar teng terrell tetteh thakkar thakur thapar thomas thompson thomson thorne
  thornton tian tierney tiongson tiwari tobin todd tolentino toor torres touma townsend tran traore travis trevino
  trinh trinidad trivedi trujillo truong tsai tsang tse tshabalala tsui tumulak tuqan twum tyagi tyler uba uchida
  udeh ueda ueno ugwu umeh underhill underwood upadhyay upton usman uzoma vaidya valdez valenzuela valera vance
  vargas varghese varma vasquez vasudevan vaughan vaughn vazquez velasco velasquez velez venkataraman vergara verma
  vernon vickers villanueva villareal villarreal vincent virk viswanathan vo vogel vohra volkov vu vyas wada wadhwa
  wafula wagner wainwright walia wallace waller wallis walsh walter walters walton wang wanjiru warner warrier
  watanabe watkins watson wattoo webb weber webster wei weiss wentworth westbrook weston whalen whitaker whitcombe
  whitehead whitehouse whitfield whitley whitney whittaker whittington wiggins wilcox wiley wilkerson wilkins
  wilkinson wilks willard williams williamson willis wilson winslow winston winterbottom winthrop wojcik wolfe wong
  woodard woodhouse woodward woodworth wooten worthington wu wyatt xie xu xue yadav yamada yamaguchi yamamoto
  yamashita yamazaki yan yang yao yassin yates yeboah yeo yeung yokoyama yoo yoon yoshida yoshikawa younes yousafzai
  yu yuan yuen zaidi zamora zapata zardari zayed zein zeng zhang zhao zheng zhong zhou zhu ziadeh zialcita ziegler
  zielinski zimmerman zou zoubi zreik zubairi zulu zuma zuniga zwane
`);
