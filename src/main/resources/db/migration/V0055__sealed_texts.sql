-- What people write about a matter is sealed where it stands as soon as the matter is (module sealing): sealed texts are longer than what was
-- typed. How long that may be is checked where it is typed.
alter table enquiry drop constraint enquiry_question_check, drop constraint enquiry_answer_check;
alter table hearing drop constraint hearing_place_check, drop constraint hearing_subject_check, drop constraint hearing_invited_check,
    drop constraint hearing_record_check;
alter table journal_entry drop constraint journal_entry_text_check;
alter table problem drop constraint problem_text_check;

-- Entries of sealed matters lay in the vault; there is no installation yet that has any.
delete from journal_file f using journal_entry e where e.id = f.entry and e.text is null;
delete from journal_entry where text is null;
alter table journal_entry alter column text set not null;
