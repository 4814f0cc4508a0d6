const DATE=/^\d{4}(-\d{2}(-\d{2})?)?$/;export function isDay(text){return DATE.test(text)&&!Number.isNaN(Date.parse(text));}
export function reaches(date,other){return other<=`${date}~`;}