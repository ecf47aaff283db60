-- Macros, webhooks out, and the rules that look after waiting tickets.

create sequence macro_seq start with 100;
create table macro (
  id         bigint primary key,
  name       text not null unique,
  position   int not null,
  queue_id   bigint references queue, -- null: everywhere
  definition text not null,
  active     boolean not null,
  version    int not null default 0
);

create sequence webhook_seq start with 100;
create table webhook (
  id           bigint primary key,
  name         text not null unique,
  url          text not null,
  active       boolean not null,
  secret_round int not null default 1
);
create sequence webhook_delivery_seq;
create table webhook_delivery (
  id         bigint primary key default nextval('webhook_delivery_seq'),
  webhook_id bigint not null references webhook on delete cascade,
  dedup_key  text not null,
  at         timestamptz not null,
  attempt    int not null,
  status     int,
  millis     int not null,
  error      text,
  body       text not null
);
create index webhook_delivery_webhook on webhook_delivery (webhook_id, id desc);

-- Shipped switched off, to be read, changed and switched on: each house waits in its own way.
insert into automation_rule (id, group_id, position, name, active, active_since, trigger_kind, definition, changed_at)
values
 (1, 2, 10, 'Remind the customer after 3 days', false, now(), 'MOMENT',
  '{"trigger":{"kind":"MOMENT","moment":"STATUS_SINCE","side":"AFTER","minutes":4320},"conditions":{"all":[{"kind":"status","anyOf":["PENDING"]}]},"actions":[{"kind":"reply","text":"Dear {{customer.name}},\n\nwe are still waiting for your answer to request {{ticket.number}}. Without it we will close the request in four days."}]}', now()),
 (2, 2, 20, 'Resolve after 7 days of silence', false, now(), 'MOMENT',
  '{"trigger":{"kind":"MOMENT","moment":"STATUS_SINCE","side":"AFTER","minutes":10080},"conditions":{"all":[{"kind":"status","anyOf":["PENDING"]},{"kind":"customerSilentFor","minutes":10080}]},"actions":[{"kind":"reply","text":"Dear {{customer.name}},\n\nas we have not heard from you, we regard request {{ticket.number}} as solved. Answer this message to open it again.","then":"RESOLVED"},{"kind":"tag","tag":"closed-by-silence"}]}', now()),
 (3, 2, 30, 'Close what was resolved 14 days ago', false, now(), 'MOMENT',
  '{"trigger":{"kind":"MOMENT","moment":"RESOLVED","side":"AFTER","minutes":20160},"conditions":{"all":[{"kind":"status","anyOf":["RESOLVED"]}]},"actions":[{"kind":"status","to":"CLOSED"}]}', now()),
 (4, 2, 40, 'Open again what was answered 5 days ago', false, now(), 'MOMENT',
  '{"trigger":{"kind":"MOMENT","moment":"STATUS_SINCE","side":"AFTER","minutes":7200},"conditions":{"all":[{"kind":"status","anyOf":["ANSWERED"]},{"kind":"customerSpokeLast"}]},"actions":[{"kind":"status","to":"OPEN"},{"kind":"notifyOwner","subject":"Answered, but not settled","text":"Please look at it again."}]}', now()),
 (5, 2, 50, 'Find another owner when the owner is away', false, now(), 'CUSTOMER_MESSAGE',
  '{"trigger":{"kind":"CUSTOMER_MESSAGE"},"conditions":{"all":[{"kind":"ownerAway"}]},"actions":[{"kind":"unassign"},{"kind":"route"}]}', now()),
 (6, 2, 60, 'Tell the team when a promise is missed', false, now(), 'SLA_BREACHED',
  '{"trigger":{"kind":"SLA_BREACHED"},"conditions":{"all":[]},"actions":[{"kind":"status","to":"OPEN"},{"kind":"escalate"},{"kind":"notifyManager","subject":"A promise was missed","text":"{{customer.name}} waits for an answer."}]}', now());
