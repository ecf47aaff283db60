-- What the customers of duplicates hear when the ticket that they repeat is solved. An administrator who removes it
-- switches the solving of duplicates off.
insert into canned_response (id, shortcut, title, folder)
values (3, 'duplicate-solved', 'Solved together with another request', 'Duplicates')
on conflict do nothing;
insert into canned_text (canned_id, language, body_html)
select t.canned_id, t.language, t.body_html from (values
 (3, 'en', '<p>Dear {{customer.name}},</p><p>the cause of your request {{ticket.number}}, “{{ticket.subject}}”, has been removed, so we regard it as solved. If it is not, answer this message and it is open again.</p><p>{{ticket.link}}</p>'),
 (3, 'et', '<p>Tere, {{customer.name}}!</p><p>Teie pöördumise {{ticket.number}}, „{{ticket.subject}}“, põhjus on kõrvaldatud ja loeme selle lahendatuks. Kui see nii pole, vastake sellele kirjale ja pöördumine avaneb uuesti.</p><p>{{ticket.link}}</p>'),
 (3, 'ro', '<p>Bună ziua, {{customer.name}},</p><p>Cauza solicitării {{ticket.number}}, „{{ticket.subject}}”, a fost înlăturată, așa că o considerăm rezolvată. Dacă nu este așa, răspundeți la acest mesaj și solicitarea se redeschide.</p><p>{{ticket.link}}</p>'),
 (3, 'hu', '<p>Tisztelt {{customer.name}}!</p><p>A(z) {{ticket.number}} számú, „{{ticket.subject}}” tárgyú bejelentésének okát elhárítottuk, ezért megoldottnak tekintjük. Ha mégsem az, válaszoljon erre az üzenetre, és újra megnyílik.</p><p>{{ticket.link}}</p>'),
 (3, 'ru', '<p>Здравствуйте, {{customer.name}}!</p><p>Причина обращения {{ticket.number}} «{{ticket.subject}}» устранена, поэтому мы считаем его решённым. Если это не так, ответьте на это письмо, и обращение снова откроется.</p><p>{{ticket.link}}</p>'),
 (3, 'fa', '<p>{{customer.name}} گرامی،</p><p>علت درخواست {{ticket.number}} با موضوع «{{ticket.subject}}» برطرف شده است و آن را حل‌شده می‌دانیم. اگر چنین نیست، به همین پیام پاسخ دهید تا دوباره باز شود.</p><p>{{ticket.link}}</p>')
) t (canned_id, language, body_html) join canned_response c on c.id = t.canned_id and c.shortcut = 'duplicate-solved';
