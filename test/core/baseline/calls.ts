/**
 * Calls of our own, with what a person would say of them. Written after lexicons and cues, but by the
 * same hand: they guard behaviour and measure nothing.
 */
export interface LabelledCall {
  readonly name: string;
  readonly sentiment: string;
  readonly outcome: string;
  readonly topic: string;
  readonly script: string;
}

export const CALLS: readonly LabelledCall[] = [
  {
    name: 'a refund, English',
    sentiment: 'positive',
    outcome: 'resolved',
    topic: 'refund',
    script: `A: Thank you for calling. How can I help?
C: I returned a jacket two weeks ago, and I am still waiting for my refund.
A: Let me check. I'm sorry, it was overlooked. I've processed the refund now, and it will be in your account tomorrow.
C: Oh great, thank you.
A: Is there anything else?
C: No, that's all. You were really helpful.`,
  },
  {
    name: 'a technician, English',
    sentiment: 'neutral',
    outcome: 'follow_up_needed',
    topic: 'technical_support',
    script: `A: Technical support, how can I help?
C: Hello, the internet at home goes off every evening.
A: Which lights are on at the modem?
C: Two green ones.
A: I will send a technician on Tuesday. He will call you before.
C: Tuesday, okay.
A: Goodbye.`,
  },
  {
    name: 'an angry cancellation, English',
    sentiment: 'negative',
    outcome: 'resolved',
    topic: 'cancellation',
    script: `A: Good morning, how can I help?
C: Cancel my subscription. Your service is awful and I am fed up.
A: I'm sorry to hear that. May I offer you a discount?
C: No. I am not happy and nobody answers my emails. It is a joke.
A: I've cancelled the subscription, and you will get a confirmation email.
C: Finally. Goodbye.`,
  },
  {
    name: 'a lost parcel, English',
    sentiment: 'negative',
    outcome: 'follow_up_needed',
    topic: 'delivery',
    script: `A: Customer service, good afternoon.
C: My parcel has not arrived. This is the third time I call, and it is really frustrating.
A: I am sorry. The courier cannot find it. Our team will investigate this and call you back.
C: That is unacceptable.
A: I understand. I have opened a ticket.
C: It's always the same with you, very disappointing.`,
  },
  {
    name: 'a double charge, Gulf Arabic',
    sentiment: 'positive',
    outcome: 'resolved',
    topic: 'billing',
    script: `A: السلام عليكم معك خالد من خدمة العملاء كيف أقدر أخدمك
C: هلا خالد، انخصم مني مبلغ الفاتورة مرتين
A: أعتذر منك، تم إرجاع المبلغ الزايد وراح ينزل في حسابك اليوم
C: ما قصرت والله خدمتكم ممتازة
A: أي خدمة ثانية؟
C: لا شكرا`,
  },
  {
    name: 'a cut line, Egyptian Arabic',
    sentiment: 'negative',
    outcome: 'follow_up_needed',
    topic: 'technical_support',
    script: `A: أهلا بيك يا فندم معاك منار
C: النت مقطوع من امبارح ومحدش بيرد عليا وانا متضايق جدا
A: آسفة جدا، هنبعت لحضرتك فني بكرة
C: كل مرة نفس المشكلة ده مش مقبول
A: هنتابع الموضوع يا فندم`,
  },
  {
    name: 'a bigger package, Levantine Arabic',
    sentiment: 'positive',
    outcome: 'resolved',
    topic: 'plan_change',
    script: `A: مرحبا كيف فيني ساعدك؟
C: بدي غير باقتي لباقة أكبر
A: أكيد، تم تغيير الباقة وفيك تستعملها من هلق
C: كتير منيح، ساعدتني شكرا
A: أهلا وسهلا`,
  },
  {
    name: 'a late order, mixed',
    sentiment: 'neutral',
    outcome: 'follow_up_needed',
    topic: 'delivery',
    script: `A: أهلا وسهلا how can I help you
C: عندي order والتوصيل اليوم بس ال tracking ما يتحدث
A: راح نتواصل مع شركة الشحن and we will call you back
C: طيب بانتظار اتصالكم`,
  },
];
