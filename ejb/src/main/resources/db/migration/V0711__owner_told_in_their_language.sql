-- The owner is told in their own language; a rule that somebody has touched stays as it is.
update automation_rule set definition =
  '{"trigger":{"kind":"MOMENT","moment":"STATUS_SINCE","side":"AFTER","minutes":7200},"conditions":{"all":[{"kind":"status","anyOf":["ANSWERED"]},{"kind":"customerSpokeLast"}]},"actions":[{"kind":"status","to":"OPEN"},{"kind":"notifyOwner"}]}'
 where id = 4 and version = 0;
