// SPDX-License-Identifier: Apache-2.0
#include "layers/read/cut_names.hpp"

#include <algorithm>
#include <map>

#include "layers/read/encoding.hpp"
#include "layers/read/field_names.hpp"

namespace redline {
namespace {

constexpr std::size_t DBF_NAME = 10, NUMBER = 2;

// Ten bytes hold five Chinese characters of GBK, which are fifteen of UTF-8, or three of UTF-8.
bool fills_its_place(std::string const& name) {
  bool const chinese =
      std::any_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return name.size() == DBF_NAME || (chinese && (name.size() == 15 || name.size() == 9));
}

bool numbered(std::string_view name) {
  auto const digit = [](char c) { return c >= '0' && c <= '9'; };
  return name.size() > NUMBER && digit(name.back()) && (name[name.size() - 2] == '_' || digit(name[name.size() - 2]));
}

std::string without_cut_character(std::string text) {
  drop_cut_character(text);
  return text;
}

// The names that fill their place and begin as the numbered one does: one of them it was the same as.
std::vector<std::string> twins(std::vector<std::string> const& raw, std::size_t of, std::string const& body) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < raw.size(); ++i)
    if (i != of && raw[i].starts_with(body) && fills_its_place(raw[i]) && !numbered(raw[i])) out.push_back(raw[i]);
  return out;
}

CutName readable(std::vector<std::string> const& raw, std::size_t i) {
  auto const& name = raw[i];
  bool const whole = is_utf8(name);
  if (numbered(name)) {
    auto const body = name.substr(0, name.size() - NUMBER);
    auto const same = twins(raw, i, body);
    auto const shown = without_cut_character(body) + name.substr(body.size());
    if (is_utf8(shown) && (!whole || !same.empty())) return {shown, same.size() == 1 ? same.front() : body};
  }
  auto shown = without_cut_character(name);
  return {shown, !whole && is_utf8(shown) ? name : std::string{}};
}

}  // namespace

std::string_view without_number(std::string_view name) {
  return name.size() == DBF_NAME && numbered(name) ? name.substr(0, DBF_NAME - NUMBER) : name;
}

std::vector<CutName> readable_names(std::vector<std::string> const& raw) {
  std::vector<CutName> out;
  std::map<std::string, int> times;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    out.push_back(readable(raw, i));
    ++times[out.back().shown];
  }
  for (std::size_t i = 0; i < out.size(); ++i)
    if (!out[i].begin.empty() && times[out[i].shown] > 1) out[i].shown += "#" + std::to_string(i + 1);
  return out;
}

std::optional<std::string> beginning(FieldInfo const& f) {
  if (!f.begin.empty()) return f.begin;
  auto const bare = bare_name(f.name);
  return fills_its_place(bare) ? std::optional(bare) : std::nullopt;
}

std::optional<std::string> before_cut_bracket(std::string const& begin) {
  constexpr std::string_view FULL_WIDTH = "\xEF";
  auto text = without_cut_character(begin);
  bool const bracket = std::string_view(begin).substr(text.size()).starts_with(FULL_WIDTH);
  return bracket ? std::optional(std::move(text)) : std::nullopt;
}

bool bracket_cut(FieldInfo const& f) {
  auto const open = [&](char const* left, char const* right) {
    auto const at = f.name.find(left);
    return at != std::string::npos && f.name.find(right, at) == std::string::npos;
  };
  return open("(", ")") || open("（", "）") || before_cut_bracket(f.begin);
}

bool begins(FieldInfo const& f, std::string const& whole) {
  auto const begin = beginning(f);
  if (!begin) return false;
  if (auto const name = before_cut_bracket(*begin)) return bare_name(*name) == whole;
  return whole.size() > begin->size() && whole.starts_with(*begin);
}

}  // namespace redline
