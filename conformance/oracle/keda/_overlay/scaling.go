// Laid over KEDA's package scaling: a door to its table of scalers.
package scaling

import (
	"context"

	"sigs.k8s.io/controller-runtime/pkg/client"

	"github.com/kedacore/keda/v2/pkg/scalers"
	"github.com/kedacore/keda/v2/pkg/scalers/scalersconfig"
)

// OracleBuildScaler makes the scaler of a trigger, without a connection where its constructor would open one.
func OracleBuildScaler(ctx context.Context, c client.Client, triggerType string, config *scalersconfig.ScalerConfig) (scalers.Scaler, error) {
	if scaler, connects, err := scalers.OracleScaler(triggerType, config); connects {
		return scaler, err
	}
	return buildScaler(ctx, c, triggerType, config)
}
