-- The notices of the rules that look after waiting tickets: canned responses in every language of the house, where
-- administrators read and change them. A house that has written its own by these names keeps them.

insert into canned_response (id, shortcut, title, folder)
values (1, 'waiting-reminder', 'Reminder: we wait for your answer', 'Waiting tickets'),
       (2, 'waiting-solved', 'Solved, as we have not heard from you', 'Waiting tickets')
on conflict do nothing;
insert into canned_text (canned_id, language, body_html)
select t.canned_id, t.language, t.body_html from (values
 (1, 'en', '<p>Dear {{customer.name}},</p><p>we are still waiting for your answer to request {{ticket.number}}, “{{ticket.subject}}”. Without it we will regard the request as solved in four days.</p><p>{{ticket.link}}</p>'),
 (1, 'et', '<p>Tere, {{customer.name}}!</p><p>Ootame endiselt teie vastust pöördumisele {{ticket.number}}, „{{ticket.subject}}“. Kui te ei vasta, loeme pöördumise nelja päeva pärast lahendatuks.</p><p>{{ticket.link}}</p>'),
 (1, 'ro', '<p>Bună ziua, {{customer.name}},</p><p>Așteptăm încă răspunsul dumneavoastră la solicitarea {{ticket.number}}, „{{ticket.subject}}”. Dacă nu îl primim, în patru zile vom considera solicitarea rezolvată.</p><p>{{ticket.link}}</p>'),
 (1, 'hu', '<p>Tisztelt {{customer.name}}!</p><p>Még várjuk válaszát a(z) {{ticket.number}} számú, „{{ticket.subject}}” tárgyú bejelentésére. Válasz nélkül négy nap múlva megoldottnak tekintjük.</p><p>{{ticket.link}}</p>'),
 (1, 'ru', '<p>Здравствуйте, {{customer.name}}!</p><p>Мы всё ещё ждём вашего ответа по обращению {{ticket.number}} «{{ticket.subject}}». Без него через четыре дня мы будем считать обращение решённым.</p><p>{{ticket.link}}</p>'),
 (1, 'fa', '<p>{{customer.name}} گرامی،</p><p>همچنان منتظر پاسخ شما به درخواست {{ticket.number}} با موضوع «{{ticket.subject}}» هستیم. بدون پاسخ شما، چهار روز دیگر درخواست را حل‌شده می‌دانیم.</p><p>{{ticket.link}}</p>'),
 (2, 'en', '<p>Dear {{customer.name}},</p><p>as we have not heard from you, we regard request {{ticket.number}}, “{{ticket.subject}}”, as solved. Answer this message to open it again.</p><p>{{ticket.link}}</p>'),
 (2, 'et', '<p>Tere, {{customer.name}}!</p><p>Kuna me ei ole teilt vastust saanud, loeme pöördumise {{ticket.number}}, „{{ticket.subject}}“, lahendatuks. Selle taasavamiseks vastake sellele kirjale.</p><p>{{ticket.link}}</p>'),
 (2, 'ro', '<p>Bună ziua, {{customer.name}},</p><p>Întrucât nu am primit niciun răspuns, considerăm solicitarea {{ticket.number}}, „{{ticket.subject}}”, rezolvată. Pentru a o redeschide, răspundeți la acest mesaj.</p><p>{{ticket.link}}</p>'),
 (2, 'hu', '<p>Tisztelt {{customer.name}}!</p><p>Mivel nem kaptunk választ, a(z) {{ticket.number}} számú, „{{ticket.subject}}” tárgyú bejelentését megoldottnak tekintjük. Ha újra meg szeretné nyitni, válaszoljon erre az üzenetre.</p><p>{{ticket.link}}</p>'),
 (2, 'ru', '<p>Здравствуйте, {{customer.name}}!</p><p>Поскольку ответа от вас не было, мы считаем обращение {{ticket.number}} «{{ticket.subject}}» решённым. Чтобы открыть его снова, ответьте на это письмо.</p><p>{{ticket.link}}</p>'),
 (2, 'fa', '<p>{{customer.name}} گرامی،</p><p>چون پاسخی از شما دریافت نکردیم، درخواست {{ticket.number}} با موضوع «{{ticket.subject}}» را حل‌شده می‌دانیم. برای باز کردن دوباره، به همین پیام پاسخ دهید.</p><p>{{ticket.link}}</p>')
) t (canned_id, language, body_html) join canned_response c on c.id = t.canned_id;

-- Rules that nobody has touched take the notices.
update automation_rule set definition =
  '{"trigger":{"kind":"MOMENT","moment":"STATUS_SINCE","side":"AFTER","minutes":4320},"conditions":{"all":[{"kind":"status","anyOf":["PENDING"]}]},"actions":[{"kind":"replyWith","response":1}]}'
 where id = 1 and version = 0 and exists (select 1 from canned_response where id = 1);
update automation_rule set definition =
  '{"trigger":{"kind":"MOMENT","moment":"STATUS_SINCE","side":"AFTER","minutes":10080},"conditions":{"all":[{"kind":"status","anyOf":["PENDING"]},{"kind":"customerSilentFor","minutes":10080}]},"actions":[{"kind":"replyWith","response":2,"then":"RESOLVED"},{"kind":"tag","tag":"closed-by-silence"}]}'
 where id = 2 and version = 0 and exists (select 1 from canned_response where id = 2);

-- A new house begins with reminding, resolving and closing switched on; one that has tickets is not surprised by it.
update automation_rule set active = true, active_since = now()
 where id in (1, 2, 3) and version = 0 and not exists (select 1 from ticket);
