// SPDX-License-Identifier: Apache-2.0
#include "engine/core/error.hpp"

namespace redline {

Error::Error(ErrorKind kind, std::string code, std::vector<std::string> args)
    : m_kind(kind), m_message{std::move(code), std::move(args)}, m_what(render(m_message, Language::en)) {}

std::string Error::text(Language language) const {
  auto out = render(m_message, language);
  auto const hint = m_message.key + ".hint";
  if (has_text(hint)) out += "\n" + render(Message{hint, m_message.args}, language);
  return out;
}

GeometryError::GeometryError(std::string operation, std::string reason)
    : m_operation(std::move(operation)), m_reason(std::move(reason)), m_what(m_operation + ": " + m_reason) {}

}  // namespace redline
