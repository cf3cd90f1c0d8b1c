/** Said in every call, so it tells nothing of this one. For folded words joined by spaces. */
export const ROUTINE =
  /\b(?:thank you for (?:calling|waiting|your patience|holding|contacting)|how (?:can|may|could) i (?:help|assist)|anything else|have a (?:nice|great|good|wonderful)|(?:can|may|could) (?:i|you) (?:please )?(?:have|provide|get|confirm|verify|tell me)|your (?:full )?name|one moment|please hold|you(?:'re| are) (?:very )?welcome|good(?:bye| morning| afternoon| evening)|my name is|don't hesitate|happy to help|here to help)\b|كيف (?:اقدر|ممكن|اساعد|اخدمك)|اي خدمه|خدمه اخري|لحظه|عليكم السلام|السلام عليكم|اهلا وسهلا|لاتصالك|مع السلامه|تحت امرك|ممكن رقم|اعتذر|متاسف/gu;

/** How a customer says what is wanted or wrong. */
export const NEEDS =
  /\b(?:i (?:want|need|would like|was|have been|can't|cannot|couldn't|am (?:calling|having|trying))|i'd like|i've (?:been|got)|i'm (?:calling|having|trying)|my|problem|issue|trouble|wrong|not working|doesn't work|help (?:me|with))\b|ابغ|ابي |عايز|عاوز|بدي|اريد|محتاج|عندي|مشكل|ودي |حاب|ممكن/u;
