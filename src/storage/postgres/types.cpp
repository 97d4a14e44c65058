// SPDX-License-Identifier: Apache-2.0
#include "storage/postgres/types.hpp"

#include <bit>
#include <cmath>

namespace poa::storage::postgres {

namespace {

/// Network byte order.
template <class Number> Number number_at(std::string_view value, std::size_t at = 0) {
    std::make_unsigned_t<Number> number = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        number = static_cast<std::make_unsigned_t<Number>>((static_cast<std::uint64_t>(number) << 8) |
                                                           static_cast<unsigned char>(value[at + i]));
    return static_cast<Number>(number);
}

void put(std::array<char, 8>& out, std::uint64_t number) {
    for (std::size_t i = 8; i-- > 0; number >>= 8) out[i] = static_cast<char>(number & 0xff);
}

/// numeric on the wire: count of digits, weight of the first, sign, scale shown, then digits of base 10000.
struct Numeric {
    explicit Numeric(std::string_view value)
        : count(number_at<std::int16_t>(value, 0)), weight(number_at<std::int16_t>(value, 2)),
          sign(number_at<std::uint16_t>(value, 4)), digits(value.substr(8)) {}
    [[nodiscard]] int digit(int i) const {
        return i < count ? number_at<std::int16_t>(digits, static_cast<std::size_t>(i) * 2) : 0;
    }
    int count;
    int weight;
    std::uint16_t sign; ///< 0 positive, 0x4000 negative, others are not numbers
    std::string_view digits;
};

std::optional<std::int64_t> whole(const Numeric& numeric) {
    if ((numeric.sign != 0 && numeric.sign != 0x4000) || numeric.count > numeric.weight + 1)
        return std::nullopt;
    __extension__ __int128 sum = 0;
    if (numeric.weight > 6) return std::nullopt;
    for (int i = 0; i <= numeric.weight; ++i) sum = sum * 10000 + numeric.digit(i);
    if (numeric.sign != 0) sum = -sum;
    if (sum > INT64_MAX || sum < INT64_MIN) return std::nullopt;
    return static_cast<std::int64_t>(sum);
}

double real(const Numeric& numeric) {
    if (numeric.sign != 0 && numeric.sign != 0x4000) return std::nan("");
    long double sum = 0;
    for (int i = 0; i < numeric.count; ++i)
        sum += numeric.digit(i) * std::pow(10000.0L, static_cast<long double>(numeric.weight - i));
    return static_cast<double>(numeric.sign != 0 ? -sum : sum);
}

} // namespace

Oid type_of(Parameter::Kind kind) {
    switch (kind) {
    case Parameter::Kind::null:
        return 0;
    case Parameter::Kind::integer:
        return type::int8;
    case Parameter::Kind::real:
        return type::float8;
    case Parameter::Kind::text:
        return type::text;
    case Parameter::Kind::bytes:
        return type::bytea;
    }
    return 0;
}

Oid next_type(Oid type) {
    switch (type) {
    case type::int8:
        return type::text;
    case type::text:
        return type::bytea;
    case type::bytea:
        return type::float8;
    default:
        return 0;
    }
}

Encoded::Encoded(std::span<const Parameter> parameters) : numbers_(parameters.size()) {
    values_.reserve(parameters.size());
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const Parameter& parameter = parameters[i];
        formats_.push_back(1);
        lengths_.push_back(8);
        switch (parameter.kind()) {
        case Parameter::Kind::null:
            values_.push_back(nullptr);
            break;
        case Parameter::Kind::integer:
            put(numbers_[i], static_cast<std::uint64_t>(parameter.integer()));
            values_.push_back(numbers_[i].data());
            break;
        case Parameter::Kind::real:
            put(numbers_[i], std::bit_cast<std::uint64_t>(parameter.real()));
            values_.push_back(numbers_[i].data());
            break;
        case Parameter::Kind::text:
        case Parameter::Kind::bytes:
            values_.push_back(parameter.text().empty() ? "" : parameter.text().data());
            lengths_.back() = static_cast<int>(parameter.text().size());
            break;
        }
    }
}

std::optional<std::int64_t> integer_of(Oid type, std::string_view value) {
    switch (type) {
    case type::int8:
        return number_at<std::int64_t>(value);
    case type::int4:
        return number_at<std::int32_t>(value);
    case type::int2:
        return number_at<std::int16_t>(value);
    case type::oid:
        return number_at<std::uint32_t>(value);
    case type::boolean:
        return value[0] != 0 ? 1 : 0;
    case type::numeric:
        return whole(Numeric(value));
    default:
        return std::nullopt;
    }
}

std::optional<double> real_of(Oid type, std::string_view value) {
    if (type == type::float8) return std::bit_cast<double>(number_at<std::uint64_t>(value));
    if (type == type::float4)
        return static_cast<double>(std::bit_cast<float>(number_at<std::uint32_t>(value)));
    if (type == type::numeric) return real(Numeric(value));
    if (const auto integer = integer_of(type, value)) return static_cast<double>(*integer);
    return std::nullopt;
}

bool is_text(Oid type) {
    return type == type::text || type == type::varchar || type == type::bpchar || type == type::name ||
           type == type::unknown;
}

} // namespace poa::storage::postgres
