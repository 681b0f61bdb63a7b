package theme

import (
	"fmt"
	"reflect"

	"charm.land/lipgloss/v2"
)

// styles returns every style of a theme by the name of its field.
func styles(t Theme) map[string]lipgloss.Style {
	out := make(map[string]lipgloss.Style)
	v := reflect.ValueOf(t)
	for i := range v.NumField() {
		name := v.Type().Field(i).Name
		switch field := v.Field(i).Interface().(type) {
		case lipgloss.Style:
			out[name] = field
		case [levels]lipgloss.Style:
			for level, style := range field {
				out[fmt.Sprintf("%s[%d]", name, level)] = style
			}
		}
	}
	return out
}
