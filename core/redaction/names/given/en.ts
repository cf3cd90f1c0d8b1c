import { wordSet } from '../../../text/words/list.ts';

/**
 * Frequent given names as they are written in Latin letters: English, European, Indian, African and
 * Arabic ones of people who call. Written for this project; a name that is also an everyday word, a
 * place or a brand is left out ("Mark", "Paris", "Jordan").
 */
export const LATIN_GIVEN_NAMES = wordSet(`
  aaron abigail adam adrian agnes aidan aiden aisling alan albert alejandro alessandro alex alexander alexandra alfred
  alice alicia alison allison alyssa amanda amber amelia amy ana anastasia andre andrea andreas andrew andy angela angelina
  angus anita ann anna anne annie anthony antonio arthur ashley audrey ava barbara barry beatrice beatriz becky benjamin
  ben bernard beth bethany betty beverly bianca bob bobby brandon brenda brendan brian bridget bruce bruno bryan byron
  caleb callum calvin cameron camila camille carl carla carlos carmen carol caroline carolyn cassandra catherine cathy
  cecilia cedric charles charlie chloe chris christian christina christine christopher cindy claire clara clarence clark
  claudia clive colin connor conor courtney craig crystal cynthia damian damien dana daniel daniela danielle danny darren
  daryl dave david dawn deborah debra declan denise dennis derek diana diane diego dimitri dominic donald donna doris dorothy
  douglas duncan dylan eddie edgar edith edward edwin eileen elaine eleanor elena eli elias elijah elizabeth ella
  ellen ellie emilia emily emma enrique eric erica erik erin ernest esther ethan eugene eva evan evelyn ezra felicity
  felix fernando fiona frances francesca francesco francis francisco freddie frederick gabriel gabriela gareth gary
  gavin gemma geoffrey george gerald gerard gina giovanni giulia gloria gordon graham greg gregory gretchen guillermo gwen
  hannah harold harriet harry harvey hazel heather hector heidi helen helena henrik henry herbert holly howard hugh hugo
  ian ibrahim igor ines ingrid irene iris isaac isabel isabella isabelle ivan jacob jacqueline jake james jamie jan jane
  janet janice jared jasmine jason javier jay jean jeff jeffrey jen jenna jennifer jenny jeremy jerome jerry jessica
  jill jim jimmy joan joanna joanne joel johannes john johnny jon jonas jonathan jorge jose joseph josephine josh joshua
  joyce juan juanita judith judy julia julian juliana julie juliet jurgen justin karen karin karl karla kate katherine
  kathleen kathryn kathy katie kayla keith kelly kelvin ken kenneth kevin kieran kimberly kirsten kristen kristina kurt
  kyle lars laura lauren laurence lawrence leah leanne lee leo leon leonard leonardo leslie lewis liam linda lindsay lisa
  liz lloyd lois lorenzo lorraine louis louisa louise luca lucas lucia lucy luis luke lydia lynn mabel maggie malcolm manuel
  marc marcel marco marcus margaret maria mariana marie marilyn marina mario marisa marjorie marlon martha martin mary
  mateo mathew matilda matt matteo matthew maureen maurice maxwell megan melanie melissa meredith michael michaela
  michelle miguel mike mildred miles milo miranda miriam mitchell moira molly monica morgan muriel naomi natalia natalie
  natasha nathan nathaniel neil nicholas nicola nicolas nicole nigel nina noah nora noreen norman oliver olivia oscar otto
  owen pablo pamela patricia patrick paul paula pauline pedro peggy penelope percy peter phil philip philippa phillip
  phoebe phyllis pierre priscilla rachel ralph ramona randy raul raymond rebecca reggie regina ricardo richard
  rita robert roberta roberto robin robyn rodney rodrigo roger roland ronald ronnie rosa rosalind rosemary rosie ross
  rowan roxanne roy rupert russell ruth ryan sabrina sally sam samantha samuel sandra sandy santiago sara sarah sasha
  scott sean sebastian selena serena sergei sergio seth shane shannon sharon shaun shawn sheila shelley sherry shirley
  sidney silvia simon sofia sonia sophia sophie stacey stacy stan stanley stefan stella stephanie stephen steve steven
  stuart susan susanna susie suzanne sven sylvia tamara tanya tara ted teresa terence terry tessa theodore theresa
  thomas tiffany tim timothy tina toby todd tom tomas tommy tony tracey tracy trevor tristan tyler ursula valerie vanessa
  vera veronica vicky victor vincent viola violet virgil vivian vladimir walter wanda wayne wendy wilfred william winifred
  wyatt xavier yolanda yvette yvonne zachary zara zoe
  aarav abhishek aditi aditya ajay ajith akash amit amrita anand anil anita anjali ankit arjun arun aruna asha ashok
  ashwin bala chandra deepa deepak deepika devi dinesh divya ganesh gaurav geeta girish gopal govind harish hari isha
  jaya karthik karthika kavita kavitha kiran krishna kumar lakshmi lata madhu mahesh manish manoj meena meenakshi meera
  mohan mukesh nandini naveen neha nikhil nirmala nisha nitin pooja pradeep prakash pranav prasad prashant praveen preeti
  priya priyanka rahul raj raja rajan rajesh rajiv raju rakesh ram ramesh rani ravi rekha rohan rohit sandeep sanjana sanjay
  santhosh santosh saravanan satish selvam senthil shankar shilpa shreya shweta siddharth sneha sridhar srinivas subramaniam
  sudha suman sunil sunita suresh sushma swati uma usha varun vasuki vidya vijay vikram vinay vinod vishal vivek
  abena adaeze ade amara amina amara babatunde chidi chinedu chioma efua emeka femi funmi ifeoma ikenna jabari kofi kwame
  kwesi mwangi ngozi njeri nneka obinna oluwaseun olumide segun sipho thabo tunde wanjiru yaw zainab zola adwoa
  agnieszka aleksandra anya bogdan dmitri dmitry ewa irina ivana jakub jelena katarzyna ludmila magda malgorzata marek
  mikhail milan milena mirela natalya olga oksana pavel piotr radu svetlana tatiana tomasz vasile yulia zdenek zofia
  akira chen chiara emre fatih fumiko haruto hiroshi hye jia jin kenji li mei ming minh mustafa naoki ngoc nguyen ozge
  sakura sakiko soo takeshi thanh thuy wei xiao xin yan yasmin ying yuki yumi zhang
  arturo bea benedict carmela corazon cristina dante efren emilio ferdinand gino jerico joaquin jomar jun lito
  lourdes manny marisol maricel noel paolo rafael ramon renato rodel rogelio romulo rosario rowena teodoro
  abdallah abdel abdelrahman abdul abdulaziz abdullah abdulrahman abeer adel adnan ahlam ahmad ahmed aisha ali alia amal
  amani amer amira amjad ammar anas anwar asma assem ayman aya ayesha aziz badr bahaa bakr basel basem basma bassam bilal
  bushra dalal dalia dima dina eman emad essam fadi fadwa fahad fahd faisal farah fares farid farida faris fatema fathima
  fatima fayez firas fouad ghada ghassan habib hadeel hadi haifa haitham hala hamad hamdan hamed hamza hanan hanadi hani
  hasan hassan hatem haya heba hend hesham hind hisham huda hussain hussein ibtisam ihab imad iman imran ismail issa jaber
  jamal jamila jamil jana jasem jassim jawad karim kareem khaled khalid khalifa khalil lama lamia latifa layal layla leen leila lina
  lubna lulwa maha maher mahmoud mai maisa majed majid malak malik mansour maram mariam marwa marwan maryam may mazen
  mohamed mohammad mohammed mona moneera mousa muhammad munira murad mutaz nabil nada nader nadia naif najla najwa nasser
  nawaf nawal nayef nermin nesreen nevine noha noof noor noora noura nour omar osama othman qasim rabab raed raghad rahma
  rami ramy rana randa rania raneem rasha rashed rashid rawan rayan razan reda reem rima rola ruba sabah saad saeed safa
  sahar saif salah saleh salem salim salma salman sama samar sameh sami samir samira sana saud sawsan shadi shahd shaikha
  shaima sherif sherine sondos suad suha suhail sulaiman sultan sumaya taha talal tamer tareq tariq thamer turki wael wafa
  waleed walid wassim yahya yara yaser yasir yasmeen yasser yazan yousef youssef yusuf zahra zaid zain zaina zakaria zaki
  ziad zeina zeinab zuhair
`);
