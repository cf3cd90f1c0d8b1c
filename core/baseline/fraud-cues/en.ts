import type { FraudCues } from './signs.ts';

export const english: FraudCues = {
  secret_asked: `tell me your password, what is your password, what's your password, give me your password, need your password, your current password,
    tell me your pin, what is your pin, what's your pin, give me your pin, need your pin, your pin number, your pin code, the cvv, your cvv,
    three digits on the back, three numbers on the back, security code on the back, share your screen, install anydesk, install teamviewer`,
  code_asked: `read me the code, read me that code, read the code, read it back, read back the code, read that back, tell me the code, give me the code, what's the code, what is the code,
    share the code, code we sent, code i sent, code i've sent, code i just sent, one time code, one-time code, one time password, the otp, your otp`,
  secret_told: `my password is, the password is, my pin is, my pin's, the pin is, the code is, my code is, the cvv is, three digits are`,
  verification_refused: `skip the security, skip the verification, skip that part, skip all that, without verification, without verifying, why do you need that, why do you need my, why do you need to know,
    not giving you, won't give you, will not give you, i don't have my id, don't have the id, don't remember my date of birth, don't know my date of birth, don't remember the answer,
    don't know the answer, can't you just do it, just do it, you already have that, you don't need that, stop asking me`,
  acts_for_another: `on behalf of, my husband's account, my wife's account, my mother's account, my father's account, my boss's account, my friend's account, his account, her account,
    not my account, isn't my account, not the account holder, i'm not the holder, calling for my, for my husband, for my wife, for my mother, for my father, she asked me to call, he asked me to call`,
  contact_changed: `change my number, change the number, change my phone, change the phone, change my mobile, change my email, change the email, change the registered, new phone number, new mobile number,
    new email, update my number, update my phone, update my email, just change it, new sim, sim swap, replace my sim, port my number`,
  money_moved: `transfer all, transfer everything, move all my money, move the money, withdraw everything, withdraw all, empty the account, empty my account, gift card, gift cards, bitcoin, crypto*,
    safe account, western union, remote access, anydesk, teamviewer, raise my limit, raise the limit, increase my limit, remove the limit`,
  impostor_reported: `pretended to be, pretending to be, claimed to be from, claimed he was, claimed she was, said he was from, said she was from, said they were from, someone called me, somebody called me,
    got a call from, got a text from, got a message from, clicked a link, clicked on a link, clicked the link, fake website, phishing`,
  pressure: `urgent*, hurry, immediately, right now, right this second, as fast as, quickly, no time, before it closes, in the next five minutes, or i'll lose`,
};
