/** Said in every call, so it tells nothing of this one. For folded words joined by spaces. */
export const ROUTINE =
  /\b(?:thank you for (?:calling|waiting|your patience|holding|contacting)|thanks for (?:calling|waiting|holding)|welcome to|you're speaking with|this call (?:may|is)|speaking$|how (?:can|may|could) i (?:help|assist)|what can i do for you|anything (?:else|more)|have a (?:nice|great|good|wonderful)|(?:can|may|could) (?:i|you) (?:please )?(?:have|provide|get|confirm|verify|tell me)|your (?:full )?name|date of birth|one moment|please hold|you(?:'re| are) (?:very )?welcome|good(?:bye| morning| afternoon| evening)|my name is|don't hesitate|happy to help|here to help)\b|كيف (?:اقدر|ممكن|اساعد|اخدم|بقدر)|اي خدمه|خدمه اخري|اي استفسار|تامر بشي|لحظه|عليكم السلام|السلام عليكم|اهلا (?:وسهلا|بك|بيك|بحضرتك)|صباح (?:الخير|النور)|مساء (?:الخير|النور)|حياك الله|لاتصالك|مع السلامه|امان الله|سلامتك|يومك سعيد|العفو|في خدمتك|تحت امر|ممكن رقم|عطن?ي رقم|رقم الهويه|تاريخ الميلاد|معا?ك من|اعتذر|متاسف/gu;

/** How a customer says what is wanted or wrong. */
export const NEEDS =
  /\b(?:i (?:want|need|would like|was|have been|can't|cannot|couldn't|am (?:calling|having|trying)|lost|ordered|bought|paid|dropped)|i'd like|i've (?:been|got|lost|married)|i'm (?:calling|having|trying)|my|problem|issue|trouble|wrong|not working|isn't working|doesn't (?:work|show)|hasn't|help (?:me|with)|why|charged?)\b|ابغ|ابي |عايز|عاوز|بدي|اريد|محتاج|عندي|عندنا|مشكل|ودي |حاب|ممكن|خصم|انخصم|وصلت? ناقص|ما وصل|مقطوع|فاصل|ليش|ليه|لماذا/u;

/** How an agent says what was done, found or will be done. */
export const DEEDS =
  /\b(?:i've|i have|i'm|i'll|i will|we'll|we will|we've|it's|it is|has been|have been|was|were|will|booked|changed|done|approved|refund\w*|cancel\w*|technician|engineer|escalat\w*|you'll|please (?:upload|send|bring))\b|تم |سويت|رجعت|لغيت|حجزت|سجلت|رفعت|صعد|بيجي|راح |رح |هي[ا-ي]|سي[ا-ي]|ست[ا-ي]|لازم|الفني|فني|خلال|نحتاج|حولت|عدلت|غيرت|وقفت|ببعت|هنبعت/u;
