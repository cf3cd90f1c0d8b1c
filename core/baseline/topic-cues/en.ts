import type { TopicCues } from './taxonomy.ts';

export const english: TopicCues = {
  billing: `bill, bills, billed, billing, invoice*, charged, overcharged, charge on, charges, extra charge, double charge, payment*, statement, late fee, fees,
    due date, balance, direct debit, autopay, auto pay, my card was, receipt, amount due, tax, how much do i owe`,
  refund: `refund*, money back, reimburse*, return the money, returned the money, return an item, return it, credit back, chargeback, get my money`,
  cancellation: `cancel*, terminate, end my contract, end my subscription, close my account, unsubscribe, stop the service, leave the company, switch provider*`,
  technical_support: `internet, wifi, wi-fi, router, modem, connection, signal, network, not working, doesn't work, stopped working, error message, crash*, freez*,
    reboot, restart*, install*, software, driver*, laptop, computer, printer, screen, device, troubleshoot*, technician, app keeps, no service, outage, running slow, task manager,
    operating system, outlook, vpn, malware, virus, shared drive, bluetooth, microphone`,
  delivery: `deliver*, shipping, shipment, shipped, package, parcel, courier, tracking, track my order, in transit, out for delivery, shipping address, where is my order,
    order hasn't arrived, has not arrived, hasn't arrived, not arrived, missing item, wrong item, order status`,
  account_access: `password*, log in, login, log into, logged out, locked out, locked, sign in, username, access denied, reset link, verification code, my account is locked,
    forgot my, two factor, authenticat*, permissions, unlock, credentials`,
  complaint: `complain*, complaint, unacceptable, worst, terrible, horrible, ridiculous, disappointed, speak to a manager, speak to your manager, supervisor, angry, fed up,
    rude, nobody has helped, no one has helped, nobody helped, bad service, poor service`,
  appointment: `appointment*, book a visit, schedule*, reschedul*, technician visit, visit on, send a technician, available slot, time slot, book a time`,
  plan_change: `upgrade, downgrade, change my plan, change plan, new plan, different plan, data plan, my plan, add a line, package upgrade, switch my plan, contract renewal, renew my, more data`,
  general_enquiry: `i have a question, quick question, i would like to know, i'd like to know, i want to know, i wanted to know, could you tell me, can you tell me how much, how much does, how much is,
    what are your, opening hours, do you offer, do you have, information about, just wanted to check, promo code, wondering if, find out`,
};
