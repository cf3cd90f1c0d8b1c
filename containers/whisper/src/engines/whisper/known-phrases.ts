/**
 * What Whisper says when nobody speaks: captions and credits of the videos that it learned from.
 * Nobody says these on the telephone. Collected from reports of Whisper's users.
 */
export const KNOWN_PHRASES: readonly string[] = [
  'Thanks for watching',
  'Thank you for watching',
  'Thank you so much for watching',
  'Thank you very much for watching',
  'Thanks for watching and see you next time',
  'See you in the next video',
  "I'll see you in the next video",
  'Please subscribe',
  'Please subscribe to my channel',
  'Please like and subscribe',
  "Don't forget to like and subscribe",
  'Like and subscribe',
  'Subscribe to my channel',
  'Subtitles by the Amara.org community',
  'Transcription by CastingWords',
  'Captioning by the National Captioning Institute',
  'اشتركوا في القناة',
  'اشترك في القناة',
  'لا تنسوا الاشتراك في القناة',
  'لا تنسى الاشتراك في القناة',
  'شكرا للمشاهدة',
  'شكرا على المشاهدة',
  'شكرا لكم على المشاهدة',
  'ترجمة نانسي قنقر',
  'نانسي قنقر',
  'إلى اللقاء في الفيديو القادم',
  'نراكم في الفيديو القادم',
];
