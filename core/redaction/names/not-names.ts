import { formsOf } from '../../text/phrases.ts';
import { isCommonWord } from '../../text/words/index.ts';
import { wordSet } from '../../text/words/list.ts';

/** Places, firms, products, months and abbreviations that stand where names stand, and are none. */
const LATIN = wordSet(`
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep
  sept oct nov dec mon tue tues wed thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday
  ramadan eid christmas easter muharram safar
  ssn otp pin dob id no num nr ac acc acct atm gb mb pm am tv wifi wi-fi sim app apps url faq pnr cvv iban sms gmail yahoo
  hotmail outlook usb vat vpn sso pdf api crm gps lte esim hdmi dsl fibre fiber email emails mail mails pos tax
  visa mastercard amex paypal google apple microsoft windows android iphone ipad samsung huawei facebook instagram whatsapp
  twitter netflix youtube amazon chrome safari firefox edge office word excel teams zoom alexa siri disney prime spotify
  stc mobily zain etisalat du vodafone orange emirates etihad saudia flydubai aramex dhl fedex ups usps noon careem uber
  stripe apple pay
  english arabic french spanish german turkish hindi urdu american british egyptian indian saudi jordanian kuwaiti emirati
  god lord jesus allah allahu inshallah mashallah wallah habibi yallah hai hii hiya haha lol ta cheers dear darling
  love mate buddy guys folks everybody everyone anyone someone somebody lovely brilliant wonderful awesome cool super
  gosh wow oops alas ugh whoa ah hmm yo thx pls plz ya yea yess nope congrats bravo amen
  speaking calling regarding reservations reception support helpdesk billing sales accounts claims desk team care
  frustrated angry annoyed upset livid furious disgusted delighted thrilled grateful pleased relieved worried stuck
  confused curious interested aware certain unsure available unable ready busy home abroad away alone late early fine
  good okay well better worse done finished ill pregnant retired married divorced single unhappy unsatisfied fed
  outrageous unbelievable absurd unfair insane crazy preposterous disgraceful shocking embarrassing pathetic nonsense
  correct incorrect wrong right blank missing spelled spelt misspelled different same mine yours ours theirs
  unfortunately actually honestly seriously apparently hopefully obviously basically definitely absolutely probably
  additionally alternatively meanwhile otherwise therefore however finally firstly secondly lastly instead besides
  hang bear grab lemme gimme hmmm eh nah huh yup course totally exactly spot deal gotcha splendid marvellous fantastic
  kitchen bedroom bathroom lounge lobby lift ground floor building terminal boarding gate economy premium gold silver
  platinum basic standard plus pro max mini ultra infinity smart turbo unlimited postpaid prepaid roaming broadband
  mr mrs ms miss sir madam ma'am doctor dr prof professor captain officer nurse mister missus mum mom dad daddy mummy
  hoping wondering trying looking phoning ringing wishing planning fetching holding typing seeing reading pulling
  manager agent advisor adviser assistant technician engineer driver courier landlord tenant owner holder guest
  line plan box card bank code star plan window aisle seat checking savings current salary loan mortgage credit debit
`);
/** Places: none begins a name, some end one ("Alessandro Phoenix"). */
const PLACES = wordSet(`
  london paris dubai riyadh jeddah cairo amman kuwait doha manama muscat sharjah ajman beirut istanbul nairobi mumbai delhi
  lagos berlin rome madrid york boston chicago texas california florida india pakistan egypt jordan saudi arabia england
  scotland ireland britain america usa uk uae ksa france germany italy spain turkey lebanon qatar bahrain oman iraq syria
  morocco tunisia canada australia china japan philippines kenya nigeria ghana dammam mecca makkah medina alexandria giza
  aqaba irbid fujairah salmiya hawally europe asia africa indiana ohio georgia virginia washington houston dallas austin
  seattle denver phoenix atlanta miami orlando manchester birmingham leeds glasgow liverpool bristol oxford cambridge
`);
const ARABIC = wordSet(`
  يناير فبراير مارس ابريل أبريل مايو يونيو يوليو اغسطس أغسطس سبتمبر اكتوبر أكتوبر نوفمبر ديسمبر كانون شباط اذار آذار
  نيسان ايار أيار حزيران تموز اب آب ايلول أيلول تشرين الأول الثاني محرم صفر ربيع جمادى رجب شعبان رمضان شوال ذو القعدة الحجة
  السبت الأحد الاحد الاثنين الإثنين الثلاثاء التلات الأربعاء الاربعاء الخميس الجمعة سبت حد اتنين
  الرياض جدة مكة المدينة الدمام الخبر دبي ابوظبي أبوظبي أبو ظبي الشارقة عجمان القاهرة الجيزة الاسكندرية الإسكندرية عمان عمّان
  الزرقاء اربد إربد العقبة الكويت حولي السالمية الدوحة قطر البحرين المنامة مسقط بيروت دمشق بغداد اسطنبول إسطنبول لندن
  مصر السعودية الإمارات الأردن لبنان سوريا العراق تركيا الهند ماليزيا فرنسا امريكا أمريكا
  فيزا ماستر ماستركارد آيفون ايفون سامسونج جوجل واتساب واتس سناب تويتر فيسبوك نون طلبات جاهز هنقرستيشن كريم اوبر أمازون
  الأهلي الراجحي الإنماء موبايلي زين اتصالات فودافون اورنج أورنج
  خلال يومين ساعة القسم المختص مباشرة مباشر حاليا حالا الآن اليوم غدا بكرة بعدين فورا هاتفيا شخصيا كتابيا لاحقا دائما
  مختومة صحيح حق مبلغ وقت مشكلة كامل كاملة الكامل كاملا حضرتك سيادتك استاذ مدير المدير مديرة المسؤول المسؤولة مسؤول
  عيون اسنان أسنان جلدية اطفال أطفال عظام نسا نساء باطنة باطني قلب جراحة تجميل نفسي عام مختص مقيم استشاري الكريم الكريمة
  العزيز العزيزة الفاضل الفاضلة المحترم المحترمة الغالي الغالية عزيزي عزيزتي جامعي خصوصي المعالج المشرف المناوب المندوب
  فندم باشا بيه هانم حبيبي حبيبتي حبيب قلبي عيني روحي غالي غالية طويل العمر طيب رجال رجل ولد بنت بنتي ابني اخوي أخوي اختي
  أختي اخي أخي عم عمي خال خالي خالتي جماعة شباب ناس عيال امي أمي ابوي أبوي ابويا زوجي زوجتي مراتي جوزي حاج حاجة شيخ ست
  الله رب ربي ربنا ليت ريت سلام هلا مرحبا ترى لحظة دقيقة ثواني معلش عفوا تكرم تكرمي سيدي ستي معلم ريس كابتن بابا ماما يابا
  مسجل مسجلة مكتوب مكتوبة موجود موجودة مطابق ثلاثي رباعي الرباعي الثلاثي الأول الأخير العائلة الاخير بالكامل
  الوالد الوالدة والدي والدتي والدك معين معينة قصدي قصدك شكله شكلها ريلي رجلي حرمتي خوي ربعي تشرفنا سيدة سيد
  لو من على عن كما مع الى إلى عشان حسب بس يعني كان اللي الذي هو هي عندكم عندك هنا هناك
  ايوه نعم لا صح غلط طبعا تمام ممتاز شكرا العفو تفضل تفضلي اتفضل تسلم يسلمو
  موظف موظفة خدمة العملاء الدعم الفني المبيعات الحجوزات الاستقبال الطوارئ المطالبات قسم فريق شركة بنك عيادة عيادات مركز
  زميلي زميلتي زميلها زميلتها زميله زميلته زميلنا زميلتنا المحامي المحامية محامي المحاسب محاسب السائق سائق جارتي جاري
  إجازة اجازة اجتماع استراحة دوام الدوام مكتبه مكتبها
  تعبان تعبانة حامل مريض مريضة مسافر مسافرة مشغول مشغولة واضح واضحة مقفول مقفولة ناقص ناقصة
  صاحب صاحبة نفس نفسه نفسها رقم بطاقة هوية حساب فاتورة عقد باقة خط جوال ايميل ايميلي ايميلك ايميلو إيميلي الايميل بريدي بريدك بريد عنوان
  حلول جواب رد متابعة تحديث تذكرة فيديو صورة نسخة ورقة ايصال إيصال كشف تقرير طلبية دين فلوس نقود كاش دينار ريال جنيه درهم
`);
const PLURAL = /s$/;
/** Short words keep it in `formsOf`: "الحق". */
const ARTICLE = /^ال\p{L}{2}$/u;

/** Whether a folded word is anything but a name: everyday speech, a place, a firm, a month. */
export function isNoName(word: string): boolean {
  return (
    isCommonWord(word) ||
    LATIN.has(word) ||
    PLACES.has(word) ||
    (PLURAL.test(word) && isCommonWord(word.replace(PLURAL, ''))) ||
    formsOf(word).some((form) => ARABIC.has(form)) ||
    (ARTICLE.test(word) && isCommonWord(word.slice(2)))
  );
}

/** Whether a folded Latin word is a place, which may be a family name too. */
export const isPlace = (word: string): boolean => PLACES.has(word) && !isCommonWord(word);
