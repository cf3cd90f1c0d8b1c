import { wordSet } from '../../../text/words/list.ts';

/** Given names of South and East Asia and of Africa that are less frequent. Written for this project. */
export const ASIAN_AND_AFRICAN_GIVEN_NAMES = wordSet(`
  aakanksha aakash aaliya aamir aanya aaradhya aarthi aarti aarush abayomi abdoulaye abebe abegail abelardo abeni
  abhay abhijeet abhijit abhinav abida abidemi abimbola abiodun abiola abosede achal adanna adaobi adarsh adebayo
  adebola adedayo adedoyin adeel adeela adegoke adekunle adelfa adeola adeolu adesola adetokunbo adewale adeyinka
  adhira adjoa adunni advait afia afolabi afshan afzal agapito agastya agbenyega ahmadu ahsan aigbe aijaz aiko
  aileen aimen ainul aishwarya aissatou ajit akachi akanksha akemi akhil akihiro akiko akintunde akinyi akio akosua
  akshara akshata akshay akshaya akua akuol akwasi alamgir aldrin alejandra alemu alhassan alishba aliyu alizeh alka
  alma alok alpana althea amado amadou amarachi amarjeet ambika ambrose amelita ameya amihan aminata aminu amita
  amitabh ammara amna amoah amol amruta anagha analyn anamika anant anantha ananya anaya aneela aneeqa anesu
  angelica angelita angelito angelo anila ankita ankur ankush annaliza annapurna anoop anselmo ansh anshika anshu
  anshul anuj anulika anupam anupama anuradha anurag anusha anushka anyango aparna apolinario apoorva aqib aqsa
  aravind archana archit areeba arham ariel arif arlene arnav arnel arnold arooj arpit arpita arsalan arshad arslan
  arundhati arvind aryan asami ashish ashlesha ashutosh ashwini asif aslam asmita asuka atif atiqa atsushi atul
  aurelio avani avinash avni ayaan ayaka ayako ayana ayanda ayaz ayobami ayodele ayomide ayumi ayush ayushi azam
  azmat azubuike babajide babar babatope babita babu bakhtawar balaji balaraman balbir baldev balram baltazar
  bamidele baolong baraka barkha basharat batool bayani bello benigno benjie berhane bernadette bhanu bharat
  bharathi bharati bhaskar bhavana bhavesh bhavik bhavin bhavna bhavya bhupendra bhushan bich bijoy bimal bina binh
  biodun bipin birhanu bisma bituin bolaji bolanle bolin boluwatife bongani bongbong boniface bowen brijesh bukola
  bunmi busisiwe carlito carmelita catalino celestine cesar chaitanya chaitra chanda chandan chandni chandrasekhar
  chandrika charan charito charu chau chenxi cherrylyn chetan chetana chhavi chiamaka chibueze chibuike chibuzo
  chidera chidiebere chidimma chidinma chie chiedza chieko chiemeka chifundo chigozie chih chijindu chijioke chika
  chike chikezie chiko chikondi chimamanda chimezie chinaza chinenye chinonso chinwe chinyere chipo chirag chisom
  chitra chiyo chiyoko chizoba chona chukwudi chukwuemeka chukwuma chun chunhua clarita conchita crisanto crispin
  dabiku daewon dahyun daichi daiki daisuke daksh damilare damilola damini damodar danilo danish danyal darshan
  darshana darwin daya dayo debashish deepali deepesh deepthi deepti delfin demba desta devansh devendra devika
  dhananjay dhanush dharmendra dharmesh dhruv dhruva diallo dilip dipak dipali dipika dipti divina dodong dolores
  domingo dongmei doreen dumisani durga ebele ebere ebuka edem edgardo edilberto edna eduardo eesha efosa efraim
  eghosa eiji eiko ejaz ejike ekene ekow ekta ekua eladio elmer emerson emiko emmanuel eniola enitan enobong enrico
  epiphany erlinda ernesto esha eshaan esohe estrella etim etsuko eugenio eun eunji eusebio evangeline eyob ezinne
  fadeke faiz faiza faizan fakhar falguni farai fareeha farhan farhana farheen farooq farrukh faryal farzana fatimah
  fatoumata fawad fehmida felicidad felicitas feng feroz fidel fikile florante florencio florentino folake folasade
  folashade francisca froilan fumi fumio funke funmilayo furqan gagan gajendra ganga gargi gauri gautam gautami
  gayatri gbenga gebre geetanjali geetha genaro geronimo getachew ghazala ghulam giang gilbert gita gitanjali glenda
  gopi gopinath goro gowri grecia gregorio guang gugu gulnaz gulshan gunjan guowei gurdeep gurmeet gurpreet
  gurvinder habtamu haddis haeun hafeez haiyan hajime hajra hanako hansa haoran hardeep hardik haresh harini haritha
  harjit harmeet haroon harpreet harsha harshad harshit harshita harshvardhan haruka haruki harumi haseeb hasnain
  hauwa hema hemant hemanth hemlata herminia herminio hernando hideki hideo hideyuki hieu hikari hikaru hilario
  himani himanshu hinata hiren hiro hiroko hiromi hiroyuki hisako hisashi hitesh hitomi hitoshi hlengiwe hoang
  honeylyn hongmei honorio hrithik huiling huma humaira humayun huong huyen hyejin hyun hyunjin hyunwoo ibironke
  ichiro idowu ifeanyi iftikhar ifunanya ijaz ijeoma ike ikechukwu ilyas imani imee imelda imrana inayat indira
  indrani indu iqra irfan irum isagani isamu ishaan ishan ishani ishaq ishita ishtiaq ishwar isidro isioma isko
  ismat itsuki itumeleng iyabo izumi jaehyun jaemin jagdish jagjit jagruti jahanara jahangir jahnavi janaki janhvi
  jasleen jasmeet jaspreet jasvinder jaswinder jatin javed javeria jayant jayanth jayanti jayashree jayesh jaypee
  jayson jejomar jelani jennylyn jericho jessa jhun jiahao jianguo jianhua jiawei jiaxin jiayi jigna jignesh jihoon
  jihye jimin jing jingjing jingyi jinhua jinsoo jiro jisoo jitendra jiwon jiwoo jiya jiyoung joanalyn jocelyn joey
  jojo jomo joon josefina joselito josie jovelyn jovita juanito julieta jumoke junaid jungkook junhao junho junichi
  junjie junjun junko jurado jyothi jyoti jyotsna kabir kaede kagiso kailash kajal kaleem kalpana kalyan kalyani
  kamala kamau kambiz kamini kamlesh kamran kana kanchan kande kang kanika kannan kaori kaoru karan karanja kareena
  karishma kariuki kartik karuna kashif kashish kasumi katsumi katsuo kausar kaushik kavya kayode kazuhiko kazuki
  kazuko kazuo kazuya kebede keerthana keerthi kehinde keiko keisuke keita kelechi kemi kenechukwu kenichi kenta
  keshav ketaki ketan keya khanh khoa khumo khurram khushboo khushi kieu kinza kipchoge kipkorir kiprono kirti
  kishan kishor kishore kiyoshi kohei koichi koji kojo komal kota krish krishnan kristel kriti krutika kshitij
  kudzai kuldeep kulsoom kulwinder kumari kumiko kunal kunle kushal kwabena kwaku kwasi kyoko kyung laiba lalit
  lalita lalitha lanh lani lanre lanying larry lavanya lawal laxman laxmi leela leni leonora lerato lesedi leticia
  liaqat liezel lifen ligaya lijuan likhitha lili liling lindiwe ling linh liwayway liwei lixin lokesh lola lolita
  lorna lualhati luisito lungile lunh luzviminda lwazi macario madhav madhavi madhulika madhur madhuri madhusudan
  maham maheen mahendra mahima mahmood mahnoor maiko maila maimoona makoto malathi malavika malini mallika malou
  mamadou mamata mamoru mamta manabu manasi manav mandeep mandla mangala maninder manisha manjeet manjiri manjit
  manju manjula manjunath manmohan manolito manoranjan manpreet mansi manuela manvi maqsood marcelino maribel
  maricar maricris maridel marife mariko marilou marissa marites maritess marvin maryum masaaki masahiro masaki
  masako masami masao masaru masashi masato masayuki masego mashal mayank mayu mayumi mayur mayuri mbali medha megha
  meghna megumi mehak mehmood mehreen mehwish meihui meilin meiling mekonnen melchor melinda meng mengyao mercedita
  merlinda michiko midori mieko miho mika miki milagros milind minako minal minghao minghui minjae minji minjun
  minoru minseo misaki mitali mithun mitsuko mitsuru miyuki mizuki mobeen moeen mohana mohau mohini mohsin momoko
  monika moriko mosi motoko moussa mpho mridula mthunzi mubashir mudassar mugdha mujtaba mukta mukul mukund mumbi
  munashe munawar muneeb munir murali murtaza murugan mutua muzammil mwende myla myrna myung nabeel nabeela nachiket
  nadeem naeem nagaraj nagesh naheed naina najam naledi nalesoni nalini namita namrata nanami nanda nandan nandi
  nandita nanette naoko naoto naoya narayan narayanan narciso narendra naresh narinder naseem naseer nasreen
  natarajan natsuki natsumi navdeep naveed navin navjot navneet navya nazia nazish ndidi neel neela neelam neelima
  neena neeraj neeru neeta neetu nekesa nelia nelson nenita nestor ngan nghia ngina nhung nia nida nidhi nighat
  niharika nikhila nikita nilda nilesh nilima nimfa nimisha nimrat ning niraj niranjan nirav nirupama nisarg nishant
  nishita nitesh nithin nithya nitya nivedita njoki njoroge nkechi nkem nkemdilim nkiruka nkosana nnamdi nneoma
  noboru nobu nobuko nobuyuki noemi noman nomsa nomvula nonhlanhla nonoy nonso norberto noriko norma normita nosheen
  noxolo nozipho nsikak ntombi nupur nusrat nyambura nyokabi obiageli obioma odalys odessa odion odunayo ofelia
  oghenekaro okechukwu okon olabisi oladele olajide olamide olanrewaju olasunkanmi olatunde olayinka olubunmi oluchi
  oluwadamilola oluwafemi oluwatobi oluwatoyin omair omkar omolara omotola onyeka onyekachi onyinye opeyemi ortigas
  osagie osamu osas osaze owais oyin oyinkan ozioma pablito pacita pacquiao padma padmini pallavi panashe pankaj
  parag param paramjit paresh pari parimal parineeti parinita parth parthiv parul parvathi parvati parveen pavan
  pavithra pawan payal perla philile phuong pilar piyush policarpio poonam poornima prabha prabhakar prabhat
  prabhjot prabhu pracheta prachi pradnya pragati pragya prajakta prajwal pramila pramod pranali pranati pranay
  pranjal prasanna prasenjit prasoon pratap prateek pratibha pratik pratiksha pratima pratyush praveena pravin
  preetam preetha preethi preety prema premchand prerna pritam pritha prithvi priti pritika priyam priyansh puja
  pulkit puneet punit purnima purva purvi pushkar pushpa qaiser qamar qiang qiong quan quang quratulain quyen quynh
  rabia radha radhika rafia raghav raghavendra raghu raghunath raheel rahil rahman rajani rajat rajeev rajendra
  rajeshwari rajeswari rajinder rajit rajkumar rajni rajnish rajshree rajvir rakhi raksha ramakant ramakrishna raman
  ramanathan ramandeep ramaswamy ramil ramya ranbir ranganathan ranjana ranjeet ranjit ranjith ranjitha raquel rashi
  rashmi ratan rathi ratna raveena ravindra raza razia reena reetika refilwe rehan rehana rehman renu renuka reshma
  revathi rey reynaldo riaz richa riddhi ridhima riko riku rina rishab rishabh rishi rishika ritesh rithvik ritika
  ritu rituparna riya rizalina rizwan rizwana robina rochelle rodolfo rohini rolando ronaldo rong roopa rosalie
  rosalinda rosanna rosemarie roshan roshni rowell rubina ruchi ruchika ruchira rudo rudra ruel rufino rujuta
  rukhsana rukmini ruoxi rupa rupali rupesh rupinder rushali rutendo rutuja ryo ryoko ryota ryuichi ryuji saanvi
  sabeen sabir sachiko sachin sadaf sade sadhana sadia sadio safdar safia sagar sahana sahil sailaja saim saima
  sajid sajjad saleem saleha saloni salvacion sambhav sameer sameera samiksha samina samkelo sampada samson samyukta
  sanae sanaullah sandesh sandhya sangeeta sangeetha sangita sania sanika sanjeev sanjiv sanjivani sankar sanket
  sapna saqib sarala sarasvati saraswati sarfaraz sarika sarita saritha sarojini sarvesh sarwar sathish satinder
  satomi satoru satoshi satya satyam satyendra saurabh saurav savita savitha savitri sayaka sayuri seble seema
  sehrish seiji seiko selvi seojun seoyeon setsuko seun seung severino shaan shabana shabnam shagufta shagun shahbaz
  shahid shahida shahnaz shahzad shahzaib shaila shailaja shailendra shailesh shaista shaji shakeel shakila shakti
  shakuntala shalini shambhavi shamim shan shanaya shantanu shanthi shanti shanvi sharad sharada sharath sharda
  sharmila sharvari shashank shashi shatrughan shaukat shazia sheela sheetal sheharyar sheraz sheryl shiela shigeo
  shigeru shikha shikhar shinichi shinji shinobu shiori shiv shiva shivam shivangi shivani shivansh shizuka shoaib
  shobha shobhana shoji shota shraddha shreyas shreyash shri shriya shruthi shruti shu shuang shubham shubhangi
  shubhra shufen shumaila shunsuke shyam shyama shyamala sibusiso siddhant siddhartha siddhi sidra siew sifiso simba
  simphiwe simran sindhu siphiwe sitara siwoo sizwe smita smriti snehal sobia socorro sohail soham sohan sohini sola
  solape soledad somnath somto somtochukwu sonakshi sonal sonali sonam sonu sooyoung soumya sourabh souvik sowmya
  srikanth srinath srinivasan sriram srishti srividya subash subbu subhash subhashini subodh subramanian subramanyam
  suchitra sudarshan sudeep sudhakar sudhanshu sudheer sudhir suhani suhas suhasini sujata sujatha sujay sujin sujit
  sukanya sukhbir sukhdeep sukhjit sukhwinder sulekha sulochana sumaira sumana sumati sumeet sumera sumiko sumit
  sumitra sunaina sundar sundari sundas sundeep sunhee supriya surbhi surekha surendra surinder surya susana sushant
  sushil sushila sushmita susumu suvarna suzume swapna swapnil swara swarna swetha tabassum tadashi tadesse taehyung
  taeyang tafadzwa tahir tahira taiwo takahiro takako takao takashi takayuki takudzwa takuma takumi takuya talat
  talha tamiko tamuno tanay tania tanisha tanmay tanuja tanushree tanveer tanvi tanzeela tarini tariro tarun tatenda
  tatsuya tauseef tayyab tayyaba tehmina tejal tejas tejaswini temi temitope tendai teresita tess tetsuya thandeka
  thandi thandiwe thandolwethu themba thembi thinh thuan thulani tian tianyu tien tinashe titi titilayo toan
  tobechukwu tobenna tolu toluwalope toluwani tomiwa tomoko tomomi tomoya tope toru toshi toshiko toshio toyin trinh
  trinidad trisha trishna trung truong trupti tsitsi tsubasa tsutomu tsuyoshi tuan tulasi tulsi tumelo tung tushar
  tuyet ubaid uche uchechi uchenna udai uday ugochi ugochukwu ugonna ujjwal ujwala umair umang umar umer umesh
  unathi upendra urmila urooj urvashi usama usman utkarsh utsav uttam uyen uzair uzma uzoamaka uzochukwu vaibhav
  vaidehi vaishali vaishnavi vandana vangie vani vanita vanitha varsha vasant vasanth vasantha vasanthi vasudha
  vasundhara veena venancio venkat venkata venkatesh vibha vibhuti vicente vidhi vidhya vidyut vihaan vijaya
  vijayalakshmi vijayan vikas vikrant vilas vilma vimal vimala vinayak vineet vineeta vineeth vinh vinita vinitha
  vipin viplav vipul viraj virat virendra virgie virgilio vishakha vishnu vishwa vishwanath vivaan vivekananda
  vrinda vrushali vusi wafula waheed wairimu wajahat wajid wambua wambui wangari wanjiku waqar waqas weihong weijie
  weilin weiming wenjing wenwen wilfredo wilma wole xiang xiaohong xiaojun xiaoling xiaoming xiaowei xiaoyan xinyi
  xinyue xiu xiuying xolani xuan xueying yaba yadav yamini yamuna yanan yang yanling yanmei yash yashas yashoda
  yashodhara yashwant yasin yasuhiro yasuko yasuo yatin yating yeon yetunde yewande yifan yijun yingying yinka
  yiting yiwei yogendra yogesh yogita yohannes yoko yong yongjun yoona yoshi yoshiko yoshio yosuke yota youngho
  yuchen yuejin yuhan yuichi yuka yukari yukiko yukio yuko yumiko yumna yunseo yuriko yusuke yuta yutaka yuting yuto
  yuuka yuvraj yuxuan yuya zafar zaheer zahid zahida zaib zakir zaman zandile zanele zarina zawadi zeba zeenat
  zeeshan zehra zenaida zhen zheng zhiming zhiwei zhong zibusiso zixuan ziyanda ziyi zodwa zohaib zosimo zubair
  zukiswa zulfiqar zunaira zuri
`);
