// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/module_calls_inputs.hpp"

#include "capabilities/documents/documents.hpp"

namespace poa::views {
namespace {

constexpr std::size_t text_characters_max = 200'000;
constexpr std::size_t reason_characters_max = 1000;

const std::vector<Choice>& language_choices() {
    static const std::vector<Choice> choices = {{"ar", "العربية"},  {"zh", "中文"},    {"en", "English"},
                                                {"fr", "Français"}, {"ru", "Русский"}, {"es", "Español"}};
    return choices;
}

const std::vector<Choice>& channel_choices() {
    static const std::vector<Choice> choices = {{"note_verbale", N_("note verbale")},
                                                {"e_mail", N_("e-mail")},
                                                {"paper", N_("paper")},
                                                {"meeting", N_("meeting")}};
    return choices;
}

const std::vector<Choice>& called_choices() {
    static const std::vector<Choice> choices = {{"member_states", N_("All Member States")},
                                                {"all_states", N_("All Member States and observer States")}};
    return choices;
}

FieldRules call_rules() {
    return {.label = N_("Call for views"), .characters_max = 200};
}

FieldRules file_rules() {
    return {.label = N_("File"),
            .hint = N_("Text, Markdown, HTML, DOCX or PDF, at most 32 MiB. Either a text or a file."),
            .required = false,
            .bytes_max = documents::ConverterLimits{}.input_bytes_max};
}

FieldRules text_rules() {
    return {.label = N_("Text"),
            .hint = N_("An empty line begins a paragraph; # begins a heading."),
            .required = false,
            .characters_max = text_characters_max};
}

FieldRules language_rules() {
    return {.label = N_("Language of the text"), .choices = language_choices()};
}

FieldRules document_rules() {
    return {.label = N_("Document already on the record"),
            .hint = N_("Its address, such as a-78-76, in place of a text or a file."),
            .required = false};
}

FieldRules states_rules(std::string_view label, std::string_view hint, bool required) {
    return {.label = label, .hint = hint, .required = required, .characters_max = 1200};
}

/// What every sender of views fills in.
Input<ViewsAsked> views_input() {
    return Input<ViewsAsked>("views.submit_views")
        .hidden("call", &ViewsAsked::call, call_rules())
        .line("actor", &ViewsAsked::actor,
              {.label = N_("Views of"),
               .hint = N_("Such as state:CAN. May be left empty by who acts for one State or organisation."),
               .required = false,
               .characters_max = 120})
        .choice("language", &ViewsAsked::language, language_rules())
        .line("title", &ViewsAsked::title,
              {.label = N_("Title"),
               .hint = N_("Empty: the name and the title of the call."),
               .required = false,
               .characters_max = 300})
        .multiline("text", &ViewsAsked::text, text_rules())
        .upload("file", &ViewsAsked::file, file_rules());
}

} // namespace

const Input<OpenCall>& input_of(Of<OpenCall>) {
    static const auto input =
        Input<OpenCall>("views.open_call")
            .line("title", &OpenCall::title, {.label = N_("Title"), .characters_max = 300})
            .line("mandate_symbol", &OpenCall::mandate_symbol,
                  {.label = N_("Mandate: symbol of the document"),
                   .hint = N_("Such as A/RES/77/37."),
                   .characters_max = 80})
            .line(
                "mandate_paragraph", &OpenCall::mandate_paragraph,
                {.label = N_("Mandate: paragraph"), .hint = N_("Such as 3 or 3 (a)."), .characters_max = 40})
            .multiline("questions", &OpenCall::questions,
                       {.label = N_("Questions asked"), .required = false, .characters_max = 10'000})
            .choice("called", &OpenCall::called,
                    {.label = N_("Called"), .required = false, .choices = called_choices()})
            .tick("stakeholders_invited", &OpenCall::stakeholders_invited,
                  {.label = N_("Stakeholders are invited as well")})
            .number("stakeholder_words", &OpenCall::stakeholder_words,
                    {.label = N_("Most words of a stakeholder's paper"),
                     .hint = N_("Leave it empty for no limit."),
                     .required = false,
                     .least = 1,
                     .most = 1'000'000})
            .several("languages", &OpenCall::languages,
                     {.label = N_("Languages accepted"), .choices = language_choices()})
            .audience("audience", &OpenCall::audience,
                      {.label = N_("Audience of what comes in"), .hint = N_("Public or Member States.")})
            .day("opening", &OpenCall::opening, {.label = N_("Opening day")})
            .day("deadline", &OpenCall::deadline,
                 {.label = N_("Deadline"), .hint = N_("To the end of the day, UTC.")})
            .line("announcement", &OpenCall::announcement,
                  {.label = N_("Announced by"),
                   .hint = N_("Reference of the note verbale."),
                   .required = false})
            .line("reminder_days", &OpenCall::reminder_days,
                  {.label = N_("Days of reminders planned"),
                   .hint = N_("With commas between: 2027-02-01, 2027-03-01."),
                   .required = false});
    return input;
}

const Input<ExtendCall>& input_of(Of<ExtendCall>) {
    static const auto input =
        Input<ExtendCall>("views.extend_call")
            .hidden("call", &ExtendCall::call, call_rules())
            .day("deadline", &ExtendCall::deadline,
                 {.label = N_("New deadline"), .hint = N_("To the end of the day, UTC.")})
            .multiline("reason", &ExtendCall::reason,
                       {.label = N_("Reason"), .characters_max = reason_characters_max});
    return input;
}

const Input<CloseCall>& input_of(Of<CloseCall>) {
    static const auto input =
        Input<CloseCall>("views.close_call").hidden("call", &CloseCall::call, call_rules());
    return input;
}

const Input<RemindCall>& input_of(Of<RemindCall>) {
    static const auto input =
        Input<RemindCall>("views.remind_call")
            .hidden("call", &RemindCall::call, call_rules())
            .choice("channel", &RemindCall::channel, {.label = N_("By"), .choices = channel_choices()})
            .multiline("text", &RemindCall::text,
                       {.label = N_("Text"), .characters_max = reason_characters_max});
    return input;
}

const Input<WithdrawSubmission>& input_of(Of<WithdrawSubmission>) {
    static const auto input =
        Input<WithdrawSubmission>("views.withdraw_submission")
            .hidden("call", &WithdrawSubmission::call, call_rules())
            .number("submission", &WithdrawSubmission::submission, {.label = N_("Submission"), .least = 1})
            .multiline("reason", &WithdrawSubmission::reason,
                       {.label = N_("Reason"), .characters_max = reason_characters_max});
    return input;
}

const Input<ViewsAsked>& input_of(Of<ViewsAsked>) {
    static const auto input =
        views_input()
            .line("document", &ViewsAsked::document, document_rules())
            .line("section", &ViewsAsked::section,
                  {.label = N_("Section of that document"),
                   .hint = N_("Where only a part of it is meant, such as egy."),
                   .required = false})
            .day("received", &ViewsAsked::received,
                 {.label = N_("Day of receipt"), .hint = N_("Empty: today."), .required = false})
            .choice("channel", &ViewsAsked::channel,
                    {.label = N_("Received by"), .required = false, .choices = channel_choices()})
            .number("consultation", &ViewsAsked::consultation,
                    {.label = N_("Consultation"),
                     .hint = N_("Its number, where the views were gathered there."),
                     .required = false,
                     .least = 0});
    return input;
}

const InputSpec& own_views_fields() {
    static const auto input = views_input();
    return input;
}

const Input<ConsultationAsked>& input_of(Of<ConsultationAsked>) {
    static const auto input =
        Input<ConsultationAsked>("views.record_consultation")
            .hidden("call", &ConsultationAsked::call, call_rules())
            .day("day", &ConsultationAsked::day, {.label = N_("Day")})
            .line("place", &ConsultationAsked::place,
                  {.label = N_("Place"), .hint = N_("A place, or online."), .characters_max = 120})
            .line("held_by", &ConsultationAsked::held_by,
                  {.label = N_("Held by"), .hint = N_("Who was in the chair."), .characters_max = 200})
            .line("states", &ConsultationAsked::states,
                  states_rules(N_("States that took part"), N_("Codes with commas between: FRA, KEN."), true))
            .line("views_of", &ConsultationAsked::views_of,
                  states_rules(N_("Enter views of"),
                               N_("Those of them that did not submit and whose views are in the record."),
                               false))
            .choice("language", &ConsultationAsked::language, language_rules())
            .multiline("text", &ConsultationAsked::text, text_rules())
            .upload("file", &ConsultationAsked::file, file_rules())
            .line("document", &ConsultationAsked::document, document_rules());
    return input;
}

} // namespace poa::views
