-- Words that only say thanks do not reopen a ticket that is done, unless the queue wants it.
alter table mail_follow_up add column thanks_reopen boolean not null default false;

-- Whether a customer's words were read as thanks and nothing else, and so left the ticket as it was.
alter table message add column thanks boolean not null default false;
