import { wordSet } from '../../../text/words/list.ts';

/** Arabic given names in Latin letters that are less frequent. Written for this project. */
export const ARAB_GIVEN_NAMES = wordSet(`
  abbas abdelaziz abdelfattah abdelhamid abdelkader abdelkarim abdelmalek abdelmoneim abdelnasser abdelwahab
  abdulhadi abdulhameed abdulkareem abdulla abdullatif abdulmajeed abdulmalik abdulmohsen abdulnasser abdulqader
  abdulrahim abdulrazaq abdulsalam abdulwahab abla abrar adham adiba afaf afnan afra ahad aida aishah alaa alaaeldin
  alanoud alhanouf aljawhara aljazi amaal aman amatullah ameen ameena ameera amin aminah amro anan anood anoud
  anoush ansam aqeel areej aref arij arwa asaad aseel ashjan ashraf ashwaq asil asim asmaa asmahan assaad atef
  athari atheer atiya attia awad awatef awatif awaz ayaat ayat ayda aymen aysha ayyoub ayyub azhar azza azzam baha
  bahija bahiya balqis bandar baraa barakat bareeq baseem basima basmah bassem batoul bayader bayan baydaa bedour
  besma bilqis boshra boutros budoor burhan buthaina butheina carine chadi chafic charbel daliah dalya danah dania
  danya daoud dareen dawood deema deemah dhafer dhiya dhuha diaa dinah diya doaa donia duha ebtisam edris ehab ehsan
  elham elie emadeddin emtenan enas entisar esam esraa etidal eyad ezzat fadel fadil fadl fadwah fahda fahed faiqa
  fakhri falah falak faraj fareed fareeda farouk farouq faten fathi fathia fathiya fatin fatmah fatoom fauzia fawaz
  fawzi fawzia fawziya fayrouz fayruz faysal fayyad fayza feras ferial feryal fida fidaa fikri firass fouzia fuad
  fudail furat ghadah ghadeer ghaida ghaidaa ghalia ghanem ghanim ghazal ghazi gheith ghena ghina ghinwa habiba
  hadeer hadia hadil hadir hady hafez hafsa haidar haider haitem hajar hajer hakeem hakim halah halima hameed
  hameeda hamid hamida hammad hamoud hanaa haneen hanin hanna hanouf harith haroun hasna hasnaa hassanein hawra
  haytham hazem hazim heiba helmi hiba hikmat hilal hissa hissah hoda hosny hossam hossein houda houria houssam
  hudhayfa humaid husam husein husni ibraheem inaam inas intisar iqbal isam isra israa issam itidal iyad izzat
  izzeddine jaafar jabir jad jafar jala jalal jalila jameel jameela janna jannah jassem jawaher jawahir jihan jihane
  johara jood joud joudi joumana jouri juhaina jumana jumanah kadi kamal kamel kamelia kamil karima kauthar kawthar
  khadeeja khadija khadijah khalaf khaldoun khaleel khalida khalifah khansa khawla khayr khoulood khulood khuloud
  kifah kinan labiba lamees lamis lamya lana lara lateefa leena lojain louay loubna loujain luay lujain lulu luluah
  lulwah luma luna lutfi maali maan maath madawi madiha magdi maged mahasen mahdi maheera mahfouz mahira mahmud
  maisaa maisam maissa maitha maitham majda majdi majida makram malaak maliha manahil manal manar manayer manel
  mansoor maqbool marwah marzouq mashael masoud mayada mayar mayas maymouna maysa maysaa maysam maysoon mehdi mervat
  meshal minwer miral mirna mirvat misbah mishaal mishal mishari moatasem moataz moayad mohab mohanad mohannad
  mohsen monia monira montaser moosa morad mostafa mouath moustafa moza mozah muaadh muath muayyad mubarak mufid
  muhanad muhannad muhsin muna munaf muntaha muntasir munther munzer musab musaed mushari mustapha mutasem mutlaq
  nabeeha nabih nabila nadeen nadim nadine nael nafisa nahed nahid nahla naila naim naima najah najat najeeb najib
  najiba najm najwan narimane nashwa nasim nasir nasra nasri nasrin nassar natheer nawar nawara nawras nayera nayla
  nazih nazik nazli nehad nehal nesma nibal nidal nihad nihal nimr nisreen nizar noran norhan nouf nouh nourah
  nourhan nuha nuhad numan nusayba obaid oday ohoud omaima omaya orouba osman othmane oudai qais qasem qassem qusai
  qusay rabie rabih radi radwa radwan raef rafeef raffoul rafi rafik rafiq ragaa raghda raghid rahaf raheem rahim
  raif rajaa rajab rajeh raji rakan rakia ramah rameez ramia ramiz ramla ramzi ranad randah raneen ranya raouf
  rasheeda rasmiya rateb ratib rawda rawiya rayed rayya rayyan razaan razi reema reham renad retaj reyad rhim riad
  rida rifaat rifqa rihab riham rimas ritaj riyad roaa rokaya roula rowaida royda rozan ruaa rudaina ruqaya ruqayya
  ruwaida saadia saadoun saba sabeeha sabri sabrin sadeem sadek sadeq safaa safae safiya safwan sahla saida sajida
  sakina salama saleema salima salwa samaa samah samaher samara samia samiha samiya sanaa saoud sarra sattam sayed
  sayf seba seham selim shaaban shabib shadha shadia shafeeq shafiq shahad shahed shaheen shahenda shahinaz shahla
  shaimaa shakir shamma shamsa sharifa shatha shawqi shaza shehab shehata shereen sherin shihab shireen shorouk
  shorouq shuaa shuaib shukri siba siham sinan sirine soha sohaib soheir somaya souad souha suaad subhi sufyan
  suhaib suhaila suhair sukaina sulaf sulafa sulayman suleiman sumaiya sumayya summaya suzan tahani tahseen taim
  taiseer taleb talib talin tarek tarfa tasneem tawfiq taysir thabet thaer thana thanaa theyab thuraya tohfa toufic
  tuqa turkiya ubaida ubayd umaima wadad wadee wadha wafaa wafiq wahab waheeb wahid wajd wajdi walaa wasan wasfi
  wasim wateen widad wijdan wisam wissam yaqoub yarah yasmina yazeed yehia yehya younes younis yousif yousra yousri
  yusef yusra zaher zahi zahia zahir zahraa zainah zakariya zakia zakiya zayd zayed zayn zein zeyad ziyad zoubida
  zubaida zuha zuhoor zuhur
`);
