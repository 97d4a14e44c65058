// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/formula.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace poa::views {
namespace {

constexpr int depth_max = 32;
constexpr std::size_t text_bytes_max = 4000;

bool is_word_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.' || c == '-';
}

struct Token {
    enum class Kind { word, quoted, sign, end } kind = Kind::end;
    std::string text;
    std::size_t at = 0;
};

/// Words, "quoted text", and the signs ( ) { } [ ] , one by one.
std::vector<Token> tokens_of(std::string_view text) {
    std::vector<Token> tokens;
    for (std::size_t i = 0; i < text.size();) {
        const char c = text[i];
        const std::size_t begin = i;
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
            ++i;
            continue;
        }
        if (c == '"') {
            const std::size_t end = text.find('"', i + 1);
            if (end == std::string_view::npos) { // left open: a sign that fits nowhere
                tokens.push_back({Token::Kind::sign, "\"", begin});
                break;
            }
            tokens.push_back({Token::Kind::quoted, std::string(text.substr(i + 1, end - i - 1)), begin});
            i = end + 1;
        } else if (is_word_character(c)) {
            while (i < text.size() && is_word_character(text[i])) ++i;
            tokens.push_back({Token::Kind::word, std::string(text.substr(begin, i - begin)), begin});
        } else {
            tokens.push_back({Token::Kind::sign, std::string(1, c), begin});
            ++i;
        }
    }
    tokens.push_back({Token::Kind::end, {}, text.size()});
    return tokens;
}

std::string_view name_of(Formula::Test test) {
    using enum Formula::Test;
    switch (test) {
    case is:
        return "is";
    case in:
        return "in";
    case includes_any:
    case includes_all:
        return "includes";
    case mentions:
        return "mentions";
    case contains:
        return "contains";
    case overlaps:
        return "overlaps";
    case within:
        return "within";
    case answered:
        return "answered";
    }
    return "";
}

bool suits(Formula::Test test, AnswerKind kind) {
    using enum Formula::Test;
    switch (test) {
    case is:
        return kind == AnswerKind::one_of || kind == AnswerKind::yes_no || kind == AnswerKind::number;
    case in:
        return kind == AnswerKind::one_of;
    case includes_any:
    case includes_all:
        return kind == AnswerKind::several_of;
    case mentions:
        return kind == AnswerKind::several_of || kind == AnswerKind::free;
    case contains:
    case overlaps:
    case within:
        return kind == AnswerKind::interval || kind == AnswerKind::number;
    case answered:
        return true;
    }
    return false;
}

/// A refusal on its way out of the parser; it never leaves `Formula::parse`.
struct Refused {
    Refusal refusal;
};

} // namespace

class FormulaParser {
  public:
    FormulaParser(std::string_view text, const QuestionSet& questions)
        : text_(text), questions_(questions), tokens_(tokens_of(text)) {}

    Formula parse() {
        any(0);
        if (now().kind != Token::Kind::end) expected("and, or, at least, at most");
        formula_.text_ = text_;
        std::ranges::sort(formula_.variables_);
        const auto repeated = std::ranges::unique(formula_.variables_);
        formula_.variables_.erase(repeated.begin(), repeated.end());
        return std::move(formula_);
    }

  private:
    using Node = Formula::Node;
    using Test = Formula::Test;

    const Token& now() const { return tokens_[place_]; }
    bool is(std::string_view word) const { return now().kind != Token::Kind::quoted && now().text == word; }
    bool take(std::string_view word) {
        if (!is(word)) return false;
        ++place_;
        return true;
    }
    [[noreturn]] void fail(std::string code, const Token& token,
                           std::vector<std::pair<std::string, std::string>> facts = {}) const {
        Refusal refusal = Refusal::because(Refusal::Kind::bad_input, std::move(code));
        refusal.with("at", std::to_string(length_in_characters(text_.substr(0, token.at)) + 1));
        refusal.with("near", token.kind == Token::Kind::end ? "the end" : token.text);
        for (auto& [name, value] : facts) refusal.with(std::move(name), std::move(value));
        throw Refused{std::move(refusal)};
    }
    [[noreturn]] void expected(std::string what) const {
        fail("formula.expected", now(), {{"expected", std::move(what)}});
    }
    void need(std::string_view word) {
        if (!take(word)) expected(std::string(word));
    }
    std::size_t add(Node node) {
        formula_.nodes_.push_back(std::move(node));
        return formula_.nodes_.size() - 1;
    }
    std::size_t add_pair(Node::Kind kind, std::size_t left, std::size_t right) {
        Node node;
        node.kind = kind;
        node.left = left;
        node.right = right;
        return add(std::move(node));
    }

    std::size_t any(int depth) {
        if (depth > depth_max) fail("formula.too_deep", now());
        std::size_t left = all(depth);
        while (take("or")) left = add_pair(Node::Kind::any, left, all(depth));
        return left;
    }
    std::size_t all(int depth) {
        std::size_t left = bounded(depth);
        while (take("and")) left = add_pair(Node::Kind::all, left, bounded(depth));
        return left;
    }
    std::size_t bounded(int depth) {
        std::size_t inner;
        if (take("(")) {
            inner = any(depth + 1);
            need(")");
        } else {
            inner = test();
        }
        while (take("at")) {
            const bool least = take("least");
            if (!least && !take("most")) expected("least, most");
            auto bound = now().kind == Token::Kind::word ? parse_strength(now().text) : std::nullopt;
            if (!bound) expected("firm, conditional, inferred");
            ++place_;
            Node node;
            node.kind = least ? Node::Kind::at_least : Node::Kind::at_most;
            node.left = inner;
            node.bound = *bound;
            inner = add(std::move(node));
        }
        return inner;
    }

    std::size_t test() {
        const Token name = now();
        if (name.kind != Token::Kind::word) expected("a question, (");
        auto place = questions_.find(name.text);
        if (!place) fail("formula.unknown_variable", name, {{"variable", name.text}});
        ++place_;
        Node node;
        node.variable = *place;
        formula_.variables_.push_back(*place);
        read_test(node, questions_.at(*place));
        return add(std::move(node));
    }
    void read_test(Node& node, const Variable& variable) {
        const Token verb = now();
        if (take("answered"))
            node.test = Test::answered;
        else if (take("is"))
            node.test = Test::is;
        else if (take("in"))
            node.test = Test::in;
        else if (take("includes"))
            node.test = take("all") ? (need("of"), Test::includes_all)
                                    : (take("any") ? need("of") : void(), Test::includes_any);
        else if (take("mentions"))
            node.test = Test::mentions;
        else if (take("contains"))
            node.test = Test::contains;
        else if (take("overlaps"))
            node.test = Test::overlaps;
        else if (take("within"))
            node.test = Test::within;
        else
            expected("is, in, includes, mentions, contains, overlaps, within, answered");
        if (!suits(node.test, variable.kind))
            fail("formula.wrong_test", verb,
                 {{"test", std::string(name_of(node.test))},
                  {"variable", variable.key},
                  {"kind", std::string(views::name_of(variable.kind))}});
        read_operand(node, variable);
    }
    void read_operand(Node& node, const Variable& variable) {
        switch (node.test) {
        case Test::answered:
            return;
        case Test::is:
            if (variable.kind == AnswerKind::yes_no)
                node.yes = yes_or_no();
            else if (variable.kind == AnswerKind::number)
                node.least = node.most = number();
            else
                node.words = {allowed_word(variable)};
            return;
        case Test::in:
        case Test::includes_any:
        case Test::includes_all:
            node.words = words(variable);
            return;
        case Test::mentions:
            node.words = {ascii_lower(quoted())};
            return;
        case Test::contains:
            node.least = node.most = number();
            return;
        case Test::overlaps:
        case Test::within:
            interval(node);
            return;
        }
    }
    bool yes_or_no() {
        if (take("yes")) return true;
        if (take("no")) return false;
        expected("yes, no");
    }
    double number() {
        double value = 0;
        const std::string& text = now().text;
        auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (now().kind != Token::Kind::word || error != std::errc() || end != text.data() + text.size() ||
            !std::isfinite(value))
            expected("a number");
        ++place_;
        return value;
    }
    std::string quoted() {
        if (now().kind != Token::Kind::quoted || now().text.empty()) expected("\"text\"");
        return tokens_[place_++].text;
    }
    std::string allowed_word(const Variable& variable) {
        const Token word = now();
        if (word.kind != Token::Kind::word && word.kind != Token::Kind::quoted) expected("an answer");
        if (!variable.allows(word.text))
            fail("formula.answer_not_allowed", word,
                 {{"answer", word.text},
                  {"variable", variable.key},
                  {"allowed", join(variable.allowed, ", ")}});
        ++place_;
        return word.text;
    }
    std::vector<std::string> words(const Variable& variable) {
        std::vector<std::string> found;
        if (!take("{")) return {allowed_word(variable)};
        do {
            found.push_back(allowed_word(variable));
        } while (take(","));
        need("}");
        return found;
    }
    void interval(Node& node) {
        need("[");
        const Token from = now();
        node.least = number();
        need(",");
        node.most = number();
        need("]");
        if (node.least > node.most) fail("formula.interval", from);
    }

    std::string_view text_;
    const QuestionSet& questions_;
    std::vector<Token> tokens_;
    std::size_t place_ = 0;
    Formula formula_;
};

Result<Formula> Formula::parse(std::string_view text, const QuestionSet& questions) {
    if (text.size() > text_bytes_max || !is_plain_text(text))
        return refuse(Refusal::Kind::bad_input, "formula.too_deep");
    try {
        return FormulaParser(text, questions).parse();
    } catch (Refused& refused) {
        return refuse(std::move(refused.refusal));
    }
}

bool passes(const Formula::Node& test, const Variable& variable, const Answer& answer) {
    using enum Formula::Test;
    auto includes = [&](const std::string& word) {
        return std::ranges::find(answer.words, word) != answer.words.end();
    };
    switch (test.test) {
    case answered:
        return !variable.is_silent(answer);
    case is:
        if (variable.kind == AnswerKind::yes_no) return answer.yes == test.yes;
        if (variable.kind == AnswerKind::number) return answer.least == test.least;
        return includes(test.words.front());
    case in:
    case includes_any:
        return std::ranges::any_of(test.words, includes);
    case includes_all:
        return std::ranges::all_of(test.words, includes);
    case mentions:
        return std::ranges::any_of(answer.words, [&](const std::string& word) {
            return ascii_lower(word).find(test.words.front()) != std::string::npos;
        });
    case contains:
    case overlaps:
        return answer.least <= test.most && test.least <= answer.most;
    case within:
        return test.least <= answer.least && answer.most <= test.most;
    }
    return false;
}

ReadyFormula::ReadyFormula(const Formula& formula, const Matrix& matrix)
    : formula_(formula), matrix_(matrix), truths_(formula.nodes().size()) {
    for (std::size_t i = 0; i < truths_.size(); ++i) {
        const Formula::Node& node = formula.nodes()[i];
        if (node.kind != Formula::Node::Kind::test) continue;
        const Variable& variable = matrix.questions().at(node.variable);
        for (const Answer& answer : matrix.column(node.variable).answers())
            truths_[i].push_back(passes(node, variable, answer));
    }
}

Strength ReadyFormula::of(std::size_t actor) const {
    using Kind = Formula::Node::Kind;
    const auto& nodes = formula_.nodes();
    auto strength = [&](auto&& self, std::size_t i) -> Strength {
        const Formula::Node& node = nodes[i];
        switch (node.kind) {
        case Kind::test: {
            const Cell& cell = matrix_.cell(node.variable, actor);
            return cell.answer != 0 && truths_[i][cell.answer - 1U] ? cell.strength : Strength::none;
        }
        case Kind::all:
            return std::min(self(self, node.left), self(self, node.right));
        case Kind::any:
            return std::max(self(self, node.left), self(self, node.right));
        case Kind::at_least: {
            const Strength inner = self(self, node.left);
            return inner >= node.bound ? inner : Strength::none;
        }
        case Kind::at_most:
            return std::min(self(self, node.left), node.bound);
        }
        return Strength::none;
    };
    return strength(strength, nodes.size() - 1);
}

} // namespace poa::views
